// What every channel asks the record pipeline: one closed union, already of the right shape but not yet judged.
export type RecordRequest = ReadRequest | WriteRequest;
export type ReadRequest = ListRequest | GetRequest;
export type WriteRequest = CreateRequest | UpdateRequest | DeleteRequest | RestoreRequest;

export type CountMode = 'none' | 'capped' | 'exact';

export interface ListRequest {
  readonly action: 'list';
  readonly entity: string;
  /** Comma list as in http-api.md; null: every readable field of the record itself. */
  readonly select: string | null;
  /** JSONLogic, or null. */
  readonly filter: unknown;
  readonly sort: readonly string[];
  readonly limit: number;
  readonly after: string | null;
  readonly count: CountMode;
  readonly search: string | null;
  /** What lies in the trash instead of what does not. */
  readonly trash: boolean;
}

export interface GetRequest {
  readonly action: 'get';
  readonly entity: string;
  readonly id: string;
  readonly select: string | null;
}

export type Values = Readonly<Record<string, unknown>>;

export interface CreateRequest {
  readonly action: 'create';
  readonly entity: string;
  readonly values: Values;
}

export interface UpdateRequest {
  readonly action: 'update';
  readonly entity: string;
  readonly id: string;
  readonly values: Values;
  /** The version that the writer saw; null: whatever is newest. */
  readonly version: number | null;
  /** It comes back with all that was read: what is as it was has not been said. */
  readonly isSentBack?: boolean;
}

export interface DeleteRequest {
  readonly action: 'delete';
  readonly entity: string;
  readonly id: string;
  readonly version: number | null;
}

export interface RestoreRequest {
  readonly action: 'restore';
  readonly entity: string;
  readonly id: string;
}

export const listDefaults = {
  select: null,
  filter: null,
  sort: [],
  limit: 50,
  after: null,
  count: 'none',
  search: null,
  trash: false,
} as const satisfies Partial<ListRequest>;
