// What a kind of job brings along, and what a worker gives it to work with.
import type { Connection } from '../db/database.ts';
import type { Engine } from '../engine.ts';
import type { Judgement } from '../records/judgement.ts';
import type { Job, JobReport, Progress } from './job.ts';

/** What a handler works with. Every method throws `JobStopped` where the job is to be left. */
export interface JobWork {
  readonly engine: Engine;
  readonly job: Job;
  /** The model and the rights of the job's maker as they are at this moment. */
  judge(language?: string): Promise<Judgement>;
  /** Runs a step and stores the progress it stands for in one transaction: both, or neither. */
  step(work: (connection: Connection) => Promise<Progress>): Promise<void>;
}

export interface JobHandler {
  readonly kind: string;
  /** From the job's checkpoint to the end. @returns the final report. */
  run(work: JobWork): Promise<JobReport>;
  /** Called once the job will not be taken up again: what it kept beside its row can go. */
  ended(engine: Engine, job: Job): Promise<void>;
  /** Called now and then: takes away what jobs of processes that are gone have left beside their rows. */
  sweep(engine: Engine): Promise<void>;
}
