import { expect, test } from 'vitest';
import type { Steps } from '@trellis/metadata/steps';
import { inSlices } from './in-slices.ts';

function* working(milliseconds: number): Steps<string> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) yield;
  return 'done';
}

test('others have their turn while long work goes on, and its result is handed on', async () => {
  let turns = 0;
  const others = setInterval(() => turns++, 1);
  const result = await inSlices(working(80));
  clearInterval(others);
  expect(result).toBe('done');
  expect(turns).toBeGreaterThan(1);
});

test('work that fails is a promise that fails', async () => {
  function* failing(): Steps<void> {
    yield;
    throw new Error('cannot go on');
  }
  await expect(inSlices(failing())).rejects.toThrow('cannot go on');
});
