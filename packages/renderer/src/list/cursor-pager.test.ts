import { describe, expect, test } from 'vitest';
import { createCursorPager, type PageRequest } from './cursor-pager.ts';

/** A list of the numbers 0 … count - 1 behind cursors, and what was asked of it. */
function numbers(count: number) {
  const requests: PageRequest[] = [];
  const pager = createCursorPager<number>(async (request) => {
    requests.push(request);
    const start = request.after === undefined ? 0 : Number(request.after);
    const end = Math.min(start + request.limit, count);
    return {
      rows: Array.from({ length: end - start }, (_, offset) => start + offset),
      after: end < count ? String(end) : null,
    };
  });
  return { pager, requests };
}

describe('a list read by position', () => {
  test('goes on from the cursor of the page before', async () => {
    const { pager, requests } = numbers(1000);
    await pager.slice(0, 100);
    expect((await pager.slice(100, 200)).rows).toEqual(Array.from({ length: 100 }, (_, index) => 100 + index));
    expect(requests.map(({ after, limit }) => [after, limit])).toEqual([
      [undefined, 100],
      ['100', 100],
    ]);
  });

  test('walks to far rows in the largest pages, without their values', async () => {
    const { pager, requests } = numbers(100_000);
    const { rows } = await pager.slice(2_100, 2_200);
    expect(rows[0]).toBe(2_100);
    expect(requests.map(({ limit, skipping }) => [limit, skipping])).toEqual([
      [500, true],
      [500, true],
      [500, true],
      [500, true],
      [100, true],
      [100, false],
    ]);
  });

  test('walks back for nothing: cursors once seen are kept', async () => {
    const { pager, requests } = numbers(100_000);
    await pager.slice(2_100, 2_200);
    requests.length = 0;
    expect((await pager.slice(1_000, 1_100)).rows[0]).toBe(1_000);
    expect(requests).toHaveLength(1);
  });

  test('two far slices asked for at once share one walk', async () => {
    const { pager, requests } = numbers(100_000);
    const [first, second] = await Promise.all([pager.slice(1_000, 1_100), pager.slice(1_100, 1_200)]);
    expect([first.rows[0], second.rows[0]]).toEqual([1_000, 1_100]);
    expect(requests.filter(({ skipping }) => skipping).length).toBeLessThanOrEqual(3);
  });

  test('tells the total once the end has been seen', async () => {
    const { pager } = numbers(150);
    expect((await pager.slice(0, 100)).total).toBeUndefined();
    expect(await pager.slice(100, 200)).toEqual({
      rows: Array.from({ length: 50 }, (_, index) => 100 + index),
      total: 150,
    });
  });

  test('rows beyond the end are none', async () => {
    const { pager } = numbers(150);
    expect((await pager.slice(400, 500)).rows).toEqual([]);
  });

  test('the middle can be reached from what was walked over on the way to the end', async () => {
    const { pager, requests } = numbers(2_000);
    await pager.slice(1_900, 2_000);
    requests.length = 0;
    expect((await pager.slice(700, 800)).rows[0]).toBe(700);
    expect(requests.map(({ skipping }) => skipping)).toEqual([true, false]);
  });

  test('a page that fails can be asked for again', async () => {
    let fails = true;
    const pager = createCursorPager<number>(async () => {
      if (fails) throw new Error('down');
      return { rows: [1], after: null };
    });
    await expect(pager.slice(0, 10)).rejects.toThrow('down');
    fails = false;
    expect((await pager.slice(0, 10)).rows).toEqual([1]);
  });
});
