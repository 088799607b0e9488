import { expect, test } from 'vitest';
import { createTwoEndedPager, type TwoEndedRequest } from './two-ended-pager.ts';

/** The numbers 0 … count - 1, readable from both ends. */
function numbers(count: number) {
  const requests: TwoEndedRequest[] = [];
  const pager = createTwoEndedPager<number>(async (request) => {
    requests.push(request);
    const start = request.after === undefined ? 0 : Number(request.after);
    const end = Math.min(start + request.limit, count);
    const at = (offset: number): number => (request.backward ? count - 1 - start - offset : start + offset);
    return {
      rows: Array.from({ length: end - start }, (_, offset) => at(offset)),
      after: end < count ? String(end) : null,
    };
  });
  return { pager, requests };
}

test('the last rows come with one request once the number of rows is known', async () => {
  const { pager, requests } = numbers(100_000);
  pager.setTotal(100_000);
  expect(await pager.slice(99_950, 100_050)).toEqual({
    rows: Array.from({ length: 50 }, (_, index) => 99_950 + index),
    total: 100_000,
  });
  expect(requests).toHaveLength(1);
});

test('rows before the middle are reached from the start, rows after it from the end', async () => {
  const { pager, requests } = numbers(10_000);
  pager.setTotal(10_000);
  expect((await pager.slice(3_000, 3_100)).rows[0]).toBe(3_000);
  expect((await pager.slice(7_000, 7_100)).rows[0]).toBe(7_000);
  expect(requests.filter(({ backward }) => !backward)).toHaveLength(7);
  expect(requests.filter(({ backward }) => backward)).toHaveLength(7);
});

test('without the number of rows there is one end only', async () => {
  const { pager, requests } = numbers(2_000);
  expect((await pager.slice(1_900, 2_000)).rows[0]).toBe(1_900);
  expect(requests.every(({ backward }) => !backward)).toBe(true);
});
