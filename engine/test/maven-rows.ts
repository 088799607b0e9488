// The Maven files read and reckoned with by nothing of ours but the reader of CSV: whole numbers, and days of the calendar.
import { readFileSync } from 'node:fs';
import { csvReader } from '../src/imports/csv-reader.ts';

export interface Deal {
  readonly id: string;
  readonly account: string;
  readonly won: boolean;
  readonly value: number | null;
  readonly listPrice: number;
  /** Ten-thousandths, rounded half away from zero. */
  readonly discount: number | null;
  readonly days: number | null;
  readonly wonCheaply: boolean;
}

export interface Account {
  readonly name: string;
  readonly employees: number;
  readonly above: string;
}

export function mavenDeals(folder: string): readonly Deal[] {
  const prices = new Map(rowsOf(`${folder}/products.csv`).map((row) => [row['product'], Number(row['sales_price'])]));
  prices.set('GTXPro', prices.get('GTX Pro') ?? NaN);
  return rowsOf(`${folder}/sales_pipeline.csv`).map((row) => {
    const listPrice = prices.get(row['product']) ?? NaN;
    const value = row['close_value'] === '' ? null : Number(row['close_value']);
    const won = row['deal_stage'] === 'Won';
    return {
      id: row['opportunity_id'] ?? '',
      account: row['account'] ?? '',
      won,
      value,
      listPrice,
      discount: value === null ? null : rounded(BigInt(listPrice - value) * 10_000n, BigInt(listPrice)),
      days: daysBetween(row['engage_date'] ?? '', row['close_date'] ?? ''),
      wonCheaply: won && value !== null && value * 5 < listPrice * 4,
    };
  });
}

export function mavenAccounts(folder: string): readonly Account[] {
  return rowsOf(`${folder}/accounts.csv`).map((row) => ({
    name: row['account'] ?? '',
    employees: Number(row['employees']),
    above: row['subsidiary_of'] ?? '',
  }));
}

/** What an account has won, with whatever belongs to it. */
export function wonInGroup(name: string, accounts: readonly Account[], won: ReadonlyMap<string, number>): number {
  const below = accounts.filter(({ above }) => above === name);
  return below.reduce((sum, account) => sum + wonInGroup(account.name, accounts, won), won.get(name) ?? 0);
}

function rounded(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator;
  const whole = (2n * size + denominator) / (2n * denominator);
  return Number(numerator < 0n ? -whole : whole);
}

function daysBetween(from: string, to: string): number | null {
  return from === '' || to === '' ? null : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function rowsOf(path: string): readonly Readonly<Record<string, string>>[] {
  const reader = csvReader(',');
  const read = [...reader.push(readFileSync(path, 'utf8')), ...reader.end()];
  const [header = [], ...rows] = read.map((row) => {
    if (row.kind === 'broken') throw new Error(`${path}: line ${row.line} breaks the rules`);
    return row.cells;
  });
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}
