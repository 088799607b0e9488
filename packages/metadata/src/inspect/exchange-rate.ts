// Exchange rates: two currencies that exist, and one rate for each day on which it changes.
import { pointer } from '../json.ts';
import type { ExchangeRate } from '../kinds.ts';
import { inspectValue } from './field.ts';
import { report, type Inspection } from './inspection.ts';

export function inspectExchangeRate(inspection: Inspection, { name, from, to, rates }: ExchangeRate): void {
  inspectValue(inspection, '/from', currency, from);
  inspectValue(inspection, '/to', currency, to);
  if (from === to) report(inspection, '/to', 'same_currency', { currency: to });
  const first = [...inspection.metadata.exchange_rates.values()].find((item) => item.from === from && item.to === to);
  if (first && first.name !== name) report(inspection, '/from', 'duplicate_pair', { from, to, other: first.name });
  const seen = new Set<string>();
  for (const [index, { since, rate }] of rates.entries()) {
    const at = pointer('/rates', index);
    inspectValue(inspection, `${at}/since`, { type: 'date' }, since);
    if (seen.has(since)) report(inspection, `${at}/since`, 'duplicate_entry', { name: since });
    seen.add(since);
    if (Number(rate) === 0) report(inspection, `${at}/rate`, 'rate_of_zero', { from, to });
    if (typeof rate === 'number' && digitsOf(rate) > mostDigits)
      report(inspection, `${at}/rate`, 'inexact_number', { max: mostDigits });
  }
}

const currency = { type: 'text', format: 'currency_code' } as const;

/** What a number of JSON holds for certain. */
const mostDigits = 15;

function digitsOf(value: number): number {
  return String(value).replace('.', '').replace(/^0+/, '').length;
}
