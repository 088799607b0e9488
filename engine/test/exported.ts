// An export in one line, read back strictly: `await exported(ws.admin, 'book', { select: 'title', sort: 'title' })`.
import type { Problem, Reply, WorkspaceClient } from '@trellis/testing/workspace-client';
import { Refused } from '@trellis/testing/workspace-client';
import { csvReader } from '../src/imports/csv-reader.ts';

export interface ExportQuery {
  readonly select?: string;
  readonly filter?: unknown;
  readonly sort?: string;
  readonly search?: string;
  readonly trash?: boolean;
  readonly limit?: number;
  readonly values?: 'text' | 'raw';
  readonly header?: 'label' | 'name';
  readonly bom?: boolean;
}

export interface Exported {
  readonly reply: Reply;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @throws Refused */
export async function exported(
  client: WorkspaceClient,
  entity: string,
  query: ExportQuery = {},
  headers: Record<string, string> = {},
): Promise<Exported> {
  const reply = await client.send('GET', exportPath(entity, query), undefined, headers);
  if (reply.status !== 200) throw new Refused(`export of ${entity}`, reply.body as Problem);
  const [header = [], ...rows] = cellsOf(reply.text.replace(/^\uFEFF/, ''));
  return { reply, header, rows };
}

export function exportPath(entity: string, { filter, ...query }: ExportQuery): string {
  const members = { format: 'csv', ...query, ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }) };
  const texts = Object.entries(members).map(([name, value]) => [name, String(value)] as const);
  return `/api/records/${entity}/export?${new URLSearchParams(Object.fromEntries(texts))}`;
}

function cellsOf(text: string): (readonly string[])[] {
  const reader = csvReader(',');
  return [...reader.push(text), ...reader.end()].map((row) => {
    if (row.kind === 'broken') throw new Error(`line ${row.line} breaks the rules: ${row.code}`);
    return row.cells;
  });
}
