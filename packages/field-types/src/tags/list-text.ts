// Lists as one line of text: `red, blue` or `红、蓝`. Entries that contain a separator or quote stand in double quotes, as in CSV.

import { ok, refuse, type Refusal } from '../normalized.ts';

/** More than any list of a field needs. */
const maxLength = 200_000;

const separators = /[,，;；、|\n]/;

export function writeList(entries: readonly string[], language: string): string {
  return entries.map(quoted).join(language.startsWith('zh') ? '、' : ', ');
}

/** The entries without the blanks around them; empty ones are left out. */
export function readList(text: string): { readonly ok: true; readonly value: readonly string[] } | Refusal {
  if (text.length > maxLength) return refuse('too_long', { max: maxLength });
  const entries: string[] = [];
  let rest = text;
  while (rest !== '') {
    const quotedEntry = /^\s*"((?:[^"]|"")*)"\s*(?=[,，;；、|\n]|$)/.exec(rest);
    const end = quotedEntry === null ? rest.search(separators) : quotedEntry[0].length;
    const taken = end === -1 ? rest.length : end;
    const entry = quotedEntry?.[1]?.replaceAll('""', '"') ?? rest.slice(0, taken).trim();
    if (entry !== '') entries.push(entry);
    rest = rest.slice(taken + 1);
  }
  return ok(entries);
}

function quoted(entry: string): string {
  const plain = entry.trim() === entry && !separators.test(entry) && !entry.includes('"');
  return plain ? entry : `"${entry.replaceAll('"', '""')}"`;
}
