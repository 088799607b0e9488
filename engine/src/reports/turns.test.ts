import { expect, test } from 'vitest';
import { makeTurns } from './turns.ts';

/** Statements that end when they are told to. */
function makeStatements() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const run = (name: string) => () =>
    new Promise<string[]>((resolve) => {
      begun.push(name);
      ends.push(() => resolve([`rows of ${begun.length}`]));
    });
  const next = async (): Promise<void> => {
    ends.shift()?.();
    await new Promise((later) => setImmediate(later));
  };
  return { begun, run, next };
}

test('no more than so many run at a time, the others in the order in which they came', async () => {
  const { begun, run, next } = makeStatements();
  const turns = makeTurns(2);
  const all = ['a', 'b', 'c', 'd'].map((name) => turns.take(name, run(name)));
  expect(begun).toEqual(['a', 'b']);
  await next();
  expect(begun).toEqual(['a', 'b', 'c']);
  for (let times = 0; times < 3; times++) await next();
  expect(begun).toEqual(['a', 'b', 'c', 'd']);
  await Promise.all(all);
});

test('who waits for the same statement shares its rows; one that runs already is not joined, for it may be too old', async () => {
  const { begun, run, next } = makeStatements();
  const turns = makeTurns(1);
  const first = turns.take('same', run('same'));
  const second = turns.take('same', run('same'));
  const third = turns.take('same', run('same'));
  expect(begun).toEqual(['same']);
  await next();
  expect(begun).toEqual(['same', 'same']);
  await next();
  expect(await first).toEqual(['rows of 1']);
  expect(await second).toEqual(['rows of 2']);
  expect(await third).toBe(await second);
});

test('a statement that fails tells all who waited for it, and the next one has its turn', async () => {
  const turns = makeTurns(1);
  const { run, next } = makeStatements();
  const first = turns.take('slow', run('slow'));
  const failing = () => Promise.reject(new Error('broken'));
  const told = Promise.allSettled([turns.take('bad', failing), turns.take('bad', failing)]);
  const last = turns.take('good', () => Promise.resolve([1]));
  await next();
  await first;
  expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await last).toEqual([1]);
});
