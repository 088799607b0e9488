// The community's tables of compatible behaviour (github.com/json-logic/compat-tables), as they lie beside the project: a rule, its data, and
// the value or the error that it has to come to. For tests.
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { CompatAnswer } from './compat.ts';

export interface SuiteCase {
  /** File and place within it. */
  readonly name: string;
  readonly file: string;
  readonly rule: unknown;
  readonly data: unknown;
  readonly expected: { readonly value: unknown } | { readonly error: unknown };
}

export function suiteCases(folder: string): readonly SuiteCase[] {
  const suites = `${folder}/suites`;
  const files = readdirSync(suites, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return files.toSorted().flatMap((name) => {
    const cases: unknown = JSON.parse(readFileSync(`${suites}/${name}`, 'utf8'));
    return Array.isArray(cases) ? cases.flatMap((json: unknown, index) => caseOf(json, name, index)) : [];
  });
}

export function isExpected(answer: CompatAnswer, { expected }: SuiteCase): boolean {
  if ('error' in expected) return !answer.ok && isDeepStrictEqual(answer, { ok: false, reason: 'error', ...expected });
  return answer.ok && isDeepStrictEqual(answer.value, expected.value);
}

/** Headings stand between the cases, as texts; one file is a list of the names of others. */
function caseOf(json: unknown, file: string, index: number): readonly SuiteCase[] {
  if (typeof json !== 'object' || json === null || !('rule' in json)) return [];
  const { rule, data, result, error }: { rule: unknown; data?: unknown; result?: unknown; error?: unknown } = json;
  const expected = error === undefined ? { value: result } : { error };
  return [{ name: `${file} ${index}: ${JSON.stringify(rule)}`, file, rule, data, expected }];
}
