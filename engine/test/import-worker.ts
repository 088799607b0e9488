// A node that works on jobs and does nothing else, as a process of its own that a test can kill: database URL, home, lease in seconds.
import pino from 'pino';
import { startEngine } from '../src/engine.ts';
import { jobHandlers } from '../src/jobs/handlers.ts';
import { runJobs } from '../src/jobs/run-jobs.ts';

const [databaseUrl = '', home = '', leaseSeconds = '2'] = process.argv.slice(2);
const settings = {
  home,
  templatesFolder: '',
  screens: { runtime: '', designer: '' },
  trustProxy: 0,
  secureCookies: false,
};
const engine = await startEngine({ databaseUrl, poolSize: 4, log: pino({ level: 'silent' }), settings });
runJobs(engine, jobHandlers, { leaseSeconds: Number(leaseSeconds), heartbeatMs: 500, pollMs: 20 });
