// Old metadata, read: a chain of numbered pure functions brings items from the format they were written in to the current one.
import { isObject } from './json.ts';
import { fileOf, type RawItem } from './kinds.ts';
import { problem, type Problem } from './problems/problem.ts';

/** From one format to the next: the function at index 0 reads format 1 and gives format 2. */
export type FormatUpgrade = (items: readonly RawItem[]) => readonly RawItem[];

const formatUpgrades: readonly FormatUpgrade[] = [];

export const currentFormat = formatUpgrades.length + 1;

export type Upgraded =
  | { readonly ok: true; readonly items: readonly RawItem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The template among the items names their format; without one they are taken to be of the current format. */
export function upgrade(items: readonly RawItem[], chain: readonly FormatUpgrade[] = formatUpgrades): Upgraded {
  const known = chain.length + 1;
  const template = items.find(({ kind }) => kind === 'template');
  const format = template && isObject(template.body) ? template.body['format'] : known;
  const path = `${fileOf('template', '')}#/format`;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    return { ok: false, problems: [problem(path, 'invalid_format', { format: JSON.stringify(format) ?? '', known })] };
  }
  if (format > known) return { ok: false, problems: [problem(path, 'newer_format', { format, known })] };
  const upgraded = chain.slice(format - 1).reduce((older, step) => step(older), items);
  return { ok: true, items: upgraded.map((item) => withFormat(item, known)) };
}

function withFormat(item: RawItem, format: number): RawItem {
  if (item.kind !== 'template' || !isObject(item.body)) return item;
  return { ...item, body: { ...item.body, format } };
}
