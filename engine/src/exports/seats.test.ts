import { expect, test } from 'vitest';
import { makeSeats } from './seats.ts';

const { signal } = new AbortController();

test('only so many are taken at once, and the next ones come in the order in which they asked', async () => {
  const seats = makeSeats(2);
  const [first, second] = [await seats.take(signal), await seats.take(signal)];
  const come: string[] = [];
  const third = seats.take(signal).then((leave) => (come.push('third'), leave));
  const fourth = seats.take(signal).then((leave) => (come.push('fourth'), leave));
  second();
  (await third)();
  await fourth;
  expect(come).toEqual(['third', 'fourth']);
  first();
  await seats.take(signal);
});

test('whoever waits too long is refused, and told when to ask again', async () => {
  const seats = makeSeats(1, 20);
  const leave = await seats.take(signal);
  await expect(seats.take(signal)).rejects.toMatchObject({ code: 'busy', params: { seconds: 30 } });
  leave();
  await seats.take(signal);
});

test('whoever goes away while waiting takes no seat', async () => {
  const seats = makeSeats(1);
  const leave = await seats.take(signal);
  const going = new AbortController();
  const gone = seats.take(going.signal);
  going.abort();
  await expect(gone).rejects.toMatchObject({ code: 'busy' });
  leave();
  await seats.take(signal);
});
