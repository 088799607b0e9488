// What is asked of an export: a list request without pages, and how its cells are to be written.
import type { ListRequest } from '../records/request.ts';

export type CellValues = (typeof cellValues)[number];
export type HeaderNames = (typeof headerNames)[number];

export interface ExportRequest extends Pick<ListRequest, 'entity' | 'select' | 'filter' | 'sort' | 'search' | 'trash'> {
  /** The most rows; null: all of them. */
  readonly limit: number | null;
  /** `text`: as people read them. `raw`: as the wire carries them. */
  readonly values: CellValues;
  readonly header: HeaderNames;
  /** The mark by which Excel knows UTF-8. */
  readonly bom: boolean;
}

export const cellValues = ['text', 'raw'] as const;
export const headerNames = ['label', 'name'] as const;
