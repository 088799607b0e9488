import { expect, test } from 'vitest';
import { smallModel } from '../small-model.ts';
import { boardColumns, moveFigures } from './board-columns.ts';

const states = ['new', 'doing', 'done', 'old'].map((value) => ({ value, label: value, active: value !== 'old' }));
const model = smallModel({
  entities: { task: { fields: { name: { type: 'text' }, state: { type: 'select', options: 'state' } } } },
  option_sets: { state: { name: 'state', values: states } },
});
const layout = { by: 'state', total: 'cost', hidden: ['done'] };
const columns = (sums: readonly { [name: string]: unknown }[]) =>
  boardColumns(model, 'task', layout, sums, 'None').map(({ value, count, total }) => [value, count, total]);

test('a board has a column for each value that is offered and not hidden, with count and total', () => {
  expect(columns([{ state: 'new', count: 2, sum_cost: 30 }])).toEqual([
    ['new', 2, 30],
    ['doing', 0, 0],
  ]);
});

test('records without a value, and with one that is no longer offered, get a column while there are any', () => {
  expect(
    columns([
      { state: null, count: 1, sum_cost: 5 },
      { state: 'old', count: 1, sum_cost: null },
    ]),
  ).toEqual([
    [null, 1, 5],
    ['new', 0, 0],
    ['doing', 0, 0],
    ['old', 1, 0],
  ]);
});

test('a card that is moved takes its amount along', () => {
  const sums = [{ state: 'new', count: 2, sum_cost: 30 }];
  expect(moveFigures(sums, layout, { from: 'new', to: 'doing', amount: 10 })).toEqual([
    { state: 'new', count: 1, sum_cost: 20 },
    { state: 'doing', count: 1, sum_cost: 10 },
  ]);
});
