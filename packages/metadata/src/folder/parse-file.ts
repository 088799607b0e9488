// The text of a file → JSON, or where it is not JSON. A byte order mark is tolerated, a member that stands twice is not.
import { pointer } from '../json.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { scanJson } from './scan-json.ts';

export interface ParsedFile {
  /** Undefined where the text is not JSON. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

export function parseFile(file: string, bytes: string): ParsedFile {
  const text = bytes.replace(/^\uFEFF/, '');
  const { error, repeated } = scanJson(text);
  if (error !== undefined) return { value: undefined, problems: [invalid(file, text, error)] };
  const twice = repeated.map(({ path, offset }) => {
    const { line } = placeOf(text, offset);
    return problem(`${file}#${pointer('', ...path)}`, 'repeated_member', { name: path.at(-1) ?? '', line });
  });
  return { value: JSON.parse(text), problems: twice };
}

function invalid(file: string, text: string, offset: number): Problem {
  const place = placeOf(text, offset);
  const [found] = text.slice(offset).match(/^(?:\w+|.)/u) ?? [];
  if (found === undefined) return problem(file, 'unfinished_json', place);
  return problem(file, 'invalid_json', { ...place, found: found.slice(0, 40) });
}

/** Counted from 1, as editors do. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
