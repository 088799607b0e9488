// What docs/compat.md says of json-logic-js, of `compat` and of `toStrict` is what they do.
import { readFileSync } from 'node:fs';
import jsonLogic from 'json-logic-js';
import { expect, test } from 'vitest';
import type { ValueType } from '../types.ts';
import { costLimit, depthOfValues, textLimit } from './budget.ts';
import { compat } from './compat.ts';
import { depthLimit, sizeLimit } from './read-rule.ts';
import { toStrict, type UntypedScope } from './strict/to-strict.ts';

const page = readFileSync(new URL('../../../../docs/compat.md', import.meta.url), 'utf8');

const deviations = rowsBelow('What it does where json-logic-js differs').map(([rule, data, theirs, ours]) => ({
  rule: json(rule),
  data: json(data),
  theirs,
  ours,
}));

test.each(deviations)('$rule is told as it is', ({ rule, data, theirs, ours }) => {
  const answer = compat(rule)(data);
  expect(answer.ok ? answer.value : answer).toEqual(
    ours?.startsWith('error')
      ? { ok: false, reason: 'error', error: expect.objectContaining({ type: code(ours) }) }
      : json(ours),
  );
  expect(theirAnswer(rule, data)).toEqual(theirs === 'error' ? 'error' : json(theirs));
});

const types: readonly (readonly [string, ValueType])[] = [
  ['n', 'number'],
  ['m', 'number'],
  ['s', 'text'],
  ['t', 'text'],
  ['b', 'boolean'],
  ['d', 'date'],
];
const scope: UntypedScope = { typeOf: (path) => new Map(types).get(path.join('.')) };

test.each(rowsBelow('In the strict language'))('%s is translated as it is told', (untyped, strict) => {
  expect(toStrict(json(untyped), scope)?.json ?? null).toEqual(strict === 'none' ? null : json(strict));
});

test('the limits are what they are', () => {
  const limits = rowsBelow('Answers and limits').map(([, limit]) => Number(limit?.replaceAll(',', '')));
  expect(limits).toEqual([depthLimit, sizeLimit, costLimit, textLimit, depthOfValues]);
});

test('there are rows to be held against them', () => {
  expect([deviations.length, rowsBelow('In the strict language').length]).toEqual([28, 10]);
});

/** What JSON makes of it: infinity and what is no number are null. */
function theirAnswer(rule: unknown, data: unknown): unknown {
  try {
    const theirs: Parameters<typeof jsonLogic.apply>[0] = JSON.parse(JSON.stringify(rule));
    return JSON.parse(JSON.stringify(jsonLogic.apply(theirs, data)));
  } catch {
    return 'error';
  }
}

/** The cells of the table below a heading, without its head. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
}

function code(cell: string | undefined): string | undefined {
  return /`(.*)`/.exec(cell ?? '')?.[1];
}

function json(cell: string | undefined): unknown {
  return JSON.parse(code(cell) ?? 'null');
}
