// A question that keeps the database busy is refused in time, and holds nobody else up.
import { expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { workspace } from '@trellis/testing/workspace';

test('A list whose filter takes too long is refused, by a sentence that tells the way out, and its connection is free again', async () => {
  const ws = await workspace({ items: [entity('book', { title: 'text' })], answerSeconds: 1, poolSize: 2 });
  try {
    await ws.admin.create('book', { title: 'a' });
    const long = (length: number) => ({ upper: [{ repeat: ['é', length] }] });
    const slow = { or: Array.from({ length: 150 }, (_, n) => ({ '==': [long(1_000_000 - n), { var: 'title' }] })) };
    const ask = (filter: unknown) => ws.admin.call('POST', '/api/records/book/query', { filter });
    const answers = await Promise.allSettled([ask(slow), ask(slow)]);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 'rejected', reason: { status: 422, code: 'takes_too_long' } });
    expect(await ask({ '==': [{ var: 'title' }, 'a'] })).toMatchObject({ data: [{ title: 'a' }] });
  } finally {
    await ws.close();
  }
});
