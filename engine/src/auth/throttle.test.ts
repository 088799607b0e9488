// Guessing is slowed down, getting it wrong a few times is not.
import { expect, test } from 'vitest';
import { makeThrottle } from './throttle.ts';

const minute = 60_000;

function throttleAt() {
  let now = 1_000_000;
  const throttle = makeThrottle(() => now);
  const guess = (login: string, address: string, times: number): void => {
    for (let n = 0; n < times; n++) throttle.failed({ login, address });
  };
  return { throttle, guess, pass: (ms: number) => void (now += ms) };
}

test('after five failures an login waits, twice as long after each further one, for a quarter of an hour at most', () => {
  const { throttle, guess } = throttleAt();
  const ann = { login: 'ann', address: 'home' };
  guess('ann', 'home', 4);
  expect(throttle.waitSeconds(ann)).toBe(0);
  guess('ann', 'elsewhere', 1);
  expect(throttle.waitSeconds(ann)).toBe(2);
  guess('ann', 'elsewhere', 1);
  expect(throttle.waitSeconds(ann)).toBe(4);
  guess('ann', 'elsewhere', 20);
  expect(throttle.waitSeconds(ann)).toBe(900);
});

test('a guesser who logs in as themselves in between waits like any other', () => {
  const { throttle, guess } = throttleAt();
  for (const login of ['ann', 'bob', 'cem', 'dan', 'eva']) {
    guess(login, 'there', 1);
    throttle.succeeded({ login: 'mallory', address: 'there' });
  }
  expect(throttle.waitSeconds({ login: 'fay', address: 'there' })).toBe(2);
});

test('whoever gets in after mistyping does not make their house wait', () => {
  const { throttle, guess } = throttleAt();
  for (const login of ['ann', 'bob', 'cem', 'dan', 'eva']) {
    guess(login, 'office', 2);
    throttle.succeeded({ login, address: 'office' });
  }
  expect(throttle.waitSeconds({ login: 'fay', address: 'office' })).toBe(0);
  guess('fay', 'office', 4);
  expect(throttle.waitSeconds({ login: 'fay', address: 'office' })).toBe(0);
});

test('failures are forgotten a quarter of an hour after the last wait', () => {
  const { throttle, guess, pass } = throttleAt();
  guess('ann', 'home', 4);
  pass(15 * minute);
  guess('ann', 'home', 4);
  expect(throttle.waitSeconds({ login: 'ann', address: 'home' })).toBe(0);
});
