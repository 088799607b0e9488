// What of a list is selected: single records, or everything that it finds, loaded or not.
import type { Client } from '@trellis/client/client';
import type { RecordRow } from '@trellis/client/wire';
import type { ListQuery } from './list-request.ts';

export interface Selection {
  readonly all: boolean;
  readonly ids: readonly string[];
}

export const nothingSelected: Selection = { all: false, ids: [] };

/** As many as are changed in one go; more would take longer than anybody watches. */
export const mostSelected = 10_000;

export interface SelectedRecord {
  readonly id: string;
  readonly version?: number | undefined;
}

/** The selected records with the versions that they have now; `field` comes along, for Undo. */
export async function selectedRecords(
  client: Client,
  { entity, query, selection, field }: { entity: string; query: ListQuery; selection: Selection; field?: string },
): Promise<readonly RecordRow[]> {
  const filter = selection.all ? query.filter : { in: [{ var: 'id' }, selection.ids] };
  const select = ['id', 'version', ...(field === undefined ? [] : [field])];
  const search = selection.all ? query.search : undefined;
  const found: RecordRow[] = [];
  let after: string | null | undefined;
  while (after !== null && found.length < mostSelected) {
    const request = {
      select,
      limit: 500,
      ...(filter !== undefined && { filter }),
      ...(search !== undefined && { search }),
      ...(after !== undefined && { after }),
    };
    const { data, page } = await client.records(entity).query(request);
    found.push(...data);
    after = page.after;
  }
  return found;
}
