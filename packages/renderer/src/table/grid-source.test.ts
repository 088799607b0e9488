import type { IDatasource, IGetRowsParams } from 'ag-grid-community';
import { expect, test, vi } from 'vitest';
import type { RecordList } from '@trellis/client/wire';
import { createGridSource } from './grid-source.ts';

const answer: RecordList = { data: [{ id: 'b1' }], page: { after: null } };

test('rows that have come are shown', async () => {
  const { source, onFailure } = sourceThat(async () => answer);
  expect(await outcomeOf(source)).toEqual(['shown', [{ id: 'b1' }], 1]);
  expect(onFailure).toHaveBeenLastCalledWith(undefined);
});

test('a failure is told', async () => {
  const failure = new Error('not now');
  const { source, onFailure } = sourceThat(() => Promise.reject(failure));
  expect(await outcomeOf(source)).toEqual(['ended']);
  expect(onFailure).toHaveBeenLastCalledWith(failure);
});

test.each([
  ['breaks off', () => Promise.reject(new Error('given up'))],
  ['is answered all the same', async () => answer],
])('a question that is given up and %s ends for the grid, and nobody is told', async (_, ask) => {
  const { source, onFailure, giveUp } = sourceThat(ask);
  const outcome = outcomeOf(source);
  giveUp();
  expect(await outcome).toEqual(['ended']);
  expect(onFailure).not.toHaveBeenCalled();
});

function sourceThat(ask: () => Promise<RecordList>) {
  const aborter = new AbortController();
  const onFailure = vi.fn<(error: unknown) => void>();
  const { datasource } = createGridSource({ ask, query: {}, signal: aborter.signal, onCount: vi.fn(), onFailure });
  return { source: datasource, onFailure, giveUp: () => aborter.abort() };
}

/** What the grid hears. */
async function outcomeOf(source: IDatasource): Promise<readonly unknown[]> {
  const outcome = await new Promise<readonly unknown[]>((resolve) => {
    const hears: Pick<IGetRowsParams, 'startRow' | 'endRow' | 'successCallback' | 'failCallback'> = {
      startRow: 0,
      endRow: 100,
      successCallback: (rows, total) => resolve(['shown', rows, total]),
      failCallback: () => resolve(['ended']),
    };
    source.getRows(hears as IGetRowsParams);
  });
  // What is told besides is told in the same breath.
  await Promise.resolve();
  return outcome;
}
