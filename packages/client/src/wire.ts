// The shapes that the server's answers have, as far as they do not depend on the workspace's metadata.

/** A record as the wire carries it: values by field name; a look-up is a `Reference`. */
export interface RecordRow {
  readonly id: string;
  readonly version?: number;
  readonly [field: string]: unknown;
}

export interface Reference {
  readonly id: string;
  readonly title: string;
}

export interface Page {
  readonly after: string | null;
  readonly count?: number;
  /** There are more than `count`. */
  readonly capped?: boolean;
}

export interface RecordList {
  readonly data: readonly RecordRow[];
  readonly page: Page;
}

export interface ListRequest {
  readonly select?: readonly string[];
  /** JSONLogic. */
  readonly filter?: unknown;
  readonly sort?: readonly string[];
  readonly search?: string;
  readonly limit?: number;
  readonly after?: string;
  readonly count?: 'exact' | 'capped' | 'none';
  readonly trash?: boolean;
}

/** Of all pages at once. */
export type ExportRequest = Pick<ListRequest, 'select' | 'filter' | 'sort' | 'search'>;

export interface DownloadedFile {
  /** As the server calls it. */
  readonly name: string;
  readonly content: Blob;
}

export type Measure = {
  readonly function: 'count' | 'count_distinct' | 'sum' | 'avg' | 'min' | 'max';
  readonly field?: string;
  readonly as?: string;
};

export interface AggregateRequest {
  readonly filter?: unknown;
  readonly search?: string;
  readonly dimensions?: readonly {
    readonly field: string;
    readonly by?: 'day' | 'week' | 'month' | 'quarter' | 'year';
  }[];
  readonly measures: readonly Measure[];
  readonly sort?: readonly string[];
  readonly limit?: number;
}

export type AggregateRow = { readonly [name: string]: unknown };

export type BatchItem =
  | { readonly op: 'create'; readonly values: { readonly [field: string]: unknown } }
  | {
      readonly op: 'update';
      readonly id: string;
      readonly version?: number;
      readonly values: { readonly [field: string]: unknown };
    }
  | { readonly op: 'delete'; readonly id: string; readonly version?: number }
  | { readonly op: 'restore'; readonly id: string };

/** What became of one of a batch; refusals are answers only where the batch is not all or nothing. */
export type BatchAnswer =
  | { readonly ok: true; readonly data?: RecordRow }
  | {
      readonly ok: false;
      readonly problem: { readonly code: string; readonly title: string; readonly detail?: string };
    };

/** A raw rule of CASL; `conditions` is JSONLogic over the record. */
export interface PermissionRule {
  readonly action: string;
  readonly subject: string;
  readonly fields?: readonly string[];
  readonly inverted?: boolean;
  readonly conditions?: unknown;
}

export interface Me {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: string | null;
    readonly time_zone: string | null;
  };
  readonly workspace: string;
  readonly roles: readonly string[];
  readonly rights: readonly string[];
  readonly language: string;
  readonly currency: string;
  readonly country: string;
  readonly csrf_token: string;
  readonly metadata_version: number;
  readonly permissions: readonly PermissionRule[];
}

export interface SetupQuestions {
  readonly languages: readonly string[];
  readonly templates: readonly SetupTemplate[];
}

export interface SetupTemplate {
  readonly name: string;
  readonly label: LocalText;
  readonly description?: LocalText;
  readonly icon?: string;
}

type LocalText = string | { readonly [language: string]: string };

export interface SetupAnswers {
  readonly language: string;
  readonly admin: { readonly name: string; readonly email: string; readonly password: string };
  readonly template: string;
  readonly sample_data: boolean;
}

export interface SearchHit {
  readonly entity: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | null;
}

export interface HistoryEntry {
  readonly at: string;
  readonly by: Reference | null;
  readonly action: 'create' | 'update' | 'delete' | 'restore';
  readonly changes: { readonly [field: string]: { readonly old: unknown; readonly new: unknown } };
}

export interface HistoryList {
  readonly data: readonly HistoryEntry[];
  readonly page: Page;
}

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number | null;
  readonly report: { readonly [name: string]: unknown } | null;
}

export interface ImportInspection {
  readonly encoding: string;
  readonly delimiter: string;
  readonly has_header: boolean;
  /** Exact where `complete`, else an estimate. */
  readonly rows: number;
  readonly complete: boolean;
  readonly headers: readonly {
    readonly header: string;
    readonly type: string;
    readonly samples: readonly string[];
    readonly field: string | null;
    readonly match?: string | null;
  }[];
  readonly preview: readonly (readonly string[])[];
  /** Texts that seem to mean “nothing here”, such as `N/A`. */
  readonly null_texts: readonly string[];
  /** What `03/01/2017` means in this file; null where its dates say it themselves. */
  readonly date_order?: 'dmy' | 'mdy' | null;
  /** The first rows that cannot be read. */
  readonly faults: readonly { readonly row: number; readonly code: string; readonly message: string }[];
}

export interface CompiledForm {
  readonly name: string;
  readonly entity: string;
  readonly schema: { readonly [keyword: string]: unknown };
  readonly uiSchema: { readonly [name: string]: unknown };
  readonly conditions: {
    readonly [field: string]: { readonly visible?: unknown; readonly required?: unknown; readonly read_only?: unknown };
  };
  readonly validator: string;
}

export interface DraftItem {
  readonly op: 'put' | 'delete';
  readonly kind: string;
  readonly name: string;
  readonly body?: unknown;
}

export interface Draft {
  readonly id: string;
  readonly base_version: number;
  readonly items: readonly DraftItem[];
}

/** What a draft changes, one thing at a time; `path` is a JSON pointer into the item. */
export interface PlannedChange {
  readonly change: 'added' | 'removed' | 'changed' | 'renamed';
  readonly kind: string;
  readonly name: string;
  readonly member?: string;
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One step of the database; `lock`: how long others wait for it. */
export interface PlannedStep {
  readonly class: 'safe' | 'confirm' | 'destructive';
  readonly text: string;
  readonly sql: string;
  readonly rows: number;
  readonly lock: 'none' | 'moment';
}

export interface Plan {
  readonly base_version: number;
  readonly changes: readonly PlannedChange[];
  /** Who uses what is changed or taken away. */
  readonly impact: readonly ReferenceUse[];
  readonly steps: readonly PlannedStep[];
  readonly problems: readonly {
    readonly path: string;
    readonly code: string;
    readonly message: string;
    readonly hint?: string;
  }[];
}

/** A place that uses an item, or a member of it such as a field. */
export interface ReferenceUse {
  readonly from: { readonly kind: string; readonly name: string; readonly path: string };
  readonly to: { readonly kind: string; readonly name: string; readonly member?: string };
}
