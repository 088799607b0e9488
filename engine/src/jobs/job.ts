// A job: work that outlives its request. Its row in trellis.job is the truth; any node may take it up and go on with it.
import type { Code } from '../problems/codes.ts';
import type { Fault, Params } from '../problems/problem.ts';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** What a job tells people about itself, of its kind's own shape. */
export type JobReport = Readonly<Record<string, unknown>>;

export interface Job {
  readonly id: string;
  readonly workspace: string;
  readonly kind: string;
  readonly state: JobState;
  readonly done: number;
  /** null: not known yet. */
  readonly total: number | null;
  readonly input: unknown;
  readonly report: JobReport;
  /** Where the handler goes on after its last committed step; null at the beginning. */
  readonly checkpoint: unknown;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly report: JobReport;
  readonly checkpoint: unknown;
}

/** Why a job has failed: stands in its report as `problem`. */
export interface JobFailure {
  readonly code: Code;
  readonly params: Params;
  readonly faults: readonly Fault[];
}

/** `cancelled` by a person, `lost` to another worker, or `stopping` with this process. */
export class JobStopped extends Error {
  readonly reason: 'cancelled' | 'lost' | 'stopping';

  constructor(reason: JobStopped['reason']) {
    super(reason);
    this.reason = reason;
  }
}
