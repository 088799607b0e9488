// Every kind of job, registered in one place.
import { fillingJobs } from '../search/fill-companions.ts';
import { importJobs } from '../imports/import-job.ts';
import { rollupJobs } from '../rollups/fill-rollups.ts';
import type { JobHandler } from './job-handler.ts';

export const jobHandlers: readonly JobHandler[] = [importJobs, fillingJobs, rollupJobs];
