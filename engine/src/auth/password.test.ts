import { beforeEach, expect, test, vi } from 'vitest';
import { hash, verify } from '@node-rs/argon2';
import { hashPassword, nobodysHash, passwordMatches } from './password.ts';

vi.mock('@node-rs/argon2', { spy: true });
beforeEach(() => vi.clearAllMocks());

test('a password matches its own hash, however its letters are composed, and no other', async () => {
  const stored = await hashPassword('caf\u00e9 au lait');
  expect(await passwordMatches(stored, 'cafe\u0301 au lait')).toBe(true);
  expect(await passwordMatches(stored, 'cafe au lait')).toBe(false);
  expect(await passwordMatches(nobodysHash, '')).toBe(false);
});

test('many at once are done one after the other: each takes 64 MB', async () => {
  let running = 0;
  let most = 0;
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    most = Math.max(most, ++running);
    return work.finally(() => running--);
  };
  const argon = await vi.importActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  vi.mocked(hash).mockImplementation((...given) => counted(argon.hash(...given)));
  vi.mocked(verify).mockImplementation((...given) => counted(argon.verify(...given)));
  const [stored = ''] = await Promise.all([hashPassword('one'), hashPassword('two')]);
  expect(await Promise.all([passwordMatches(stored, 'one'), passwordMatches(stored, 'two')])).toEqual([true, false]);
  expect(most).toBe(1);
});

test('one that fails does not hold up the next', async () => {
  await expect(passwordMatches('no hash', 'one')).rejects.toThrow();
  expect(await passwordMatches(nobodysHash, 'one')).toBe(false);
});
