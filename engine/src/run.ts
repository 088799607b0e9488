// A node from its first line to its last: reads its settings, brings up database and engine, listens, and ends in order.
import { createServer } from 'node:http';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino, { type Logger } from 'pino';
import { DatabaseError, describeFault } from '@trellis/database/errors';
import { checkExternal } from '@trellis/database/external';
import { superviseEmbedded, type SupervisedDatabase } from '@trellis/database/supervise';
import { makeApp } from './app.ts';
import { readConfig, type Config, type Environment } from './config.ts';
import { startConsumers } from './consumers.ts';
import { watchServer } from './db/watch-server.ts';
import { startEngine, type Engine } from './engine.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { runJobs } from './jobs/run-jobs.ts';
import { problemBody, Refusal } from './problems/problem.ts';
import { isSetUp, setUp } from './setup/first-run.ts';

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export async function run(environment: Environment): Promise<void> {
  const config = readConfig(environment, folder);
  if ('faults' in config) return stop(config.faults);
  try {
    mkdirSync(config.home, { recursive: true, mode: 0o700 });
  } catch {
    return stop([
      `The folder ${config.home} cannot be made or written. Choose another one with TRELLIS_HOME, or change its rights.`,
    ]);
  }
  const log = pino({ level: config.logLevel, serializers: { error: pino.stdSerializers.err } });
  const database = await openConfigured(config, log);
  if ('faults' in database) return stop(database.faults);
  void database.ended.then((fault) => fault && stop([fault.message], 'Trellis has lost its database'));
  const engine = await startEngine({
    databaseUrl: database.url,
    poolSize: config.poolSize,
    answerSeconds: config.answerSeconds,
    log,
    settings: {
      home: config.home,
      templatesFolder: config.templatesFolder,
      screens: { runtime: resolve(folder, 'runtime-ui/dist'), designer: resolve(folder, 'designer/dist') },
      trustProxy: config.trustProxy,
      secureCookies: config.secureCookies,
    },
  });
  await setUpUnattended(engine, config);
  const stopWatching = watchServer(engine.database, log);
  const stopConsumers = startConsumers(engine);
  const stopJobs = runJobs(engine, jobHandlers);
  serve(engine, config, async () => {
    await Promise.all([stopConsumers(), stopJobs()]);
    await stopWatching();
    await engine.close();
    await database.stop();
  });
}

type Opened = SupervisedDatabase | { readonly faults: readonly string[] };

async function openConfigured(config: Config, log: Logger): Promise<Opened> {
  if (config.databaseUrl) {
    const faults = await checkExternal(config.databaseUrl);
    if (faults.length) return { faults: faults.map(describeFault) };
    // Somebody else keeps it up; meanwhile requests are answered 503.
    return { url: config.databaseUrl, ended: new Promise(() => undefined), stop: async () => undefined };
  }
  try {
    return await superviseEmbedded({ home: config.home }, () =>
      log.warn('the embedded database ended by itself; it has been started again'),
    );
  } catch (error) {
    if (error instanceof DatabaseError) return { faults: [error.message] };
    throw error;
  }
}

async function setUpUnattended(engine: Engine, config: Config): Promise<void> {
  if (!config.setup || (await isSetUp(engine))) return;
  const { email, password, template, sampleData, language } = config.setup;
  const name = email.split('@')[0] ?? email;
  try {
    await setUp(engine, { language, admin: { name, email, password }, template, sampleData });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { detail, errors } = problemBody(error, 'en');
    stop([detail, ...errors.slice(0, 20).map((fault) => `${fault.path}: ${fault.message}`)]);
  }
}

function serve(engine: Engine, config: Config, close: () => Promise<void>): void {
  const server = createServer(makeApp(engine));
  server.keepAliveTimeout = 65_000;
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = `Port ${config.port} is in use. End the other program, or choose a port: PORT=${config.port + 1} npm start`;
    void close().finally(() =>
      stop([error.code === 'EADDRINUSE' ? taken : `Cannot listen on ${config.host}:${config.port}: ${error.message}`]),
    );
  });
  server.listen(config.port, config.host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    const host = config.host === '0.0.0.0' || config.host === '127.0.0.1' ? 'localhost' : config.host;
    process.stdout.write(`\n  Trellis is ready: http://${host}:${port}\n\n`);
  });
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    engine.ready = false;
    server.close(() => void close().then(() => process.exit(0)));
    // A connection that was busy just now is idle once its answer is out; kept alive, it would hold up the end.
    setInterval(() => server.closeIdleConnections(), 50).unref();
    // What has not finished by then is cut off; its transaction rolls back.
    setTimeout(() => process.exit(0), 10_000).unref();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

function stop(sentences: readonly string[], what = 'Trellis cannot start'): void {
  process.stderr.write(`\n${what}:\n${sentences.map((sentence) => `  - ${sentence}\n`).join('')}\n`);
  process.exit(1);
}
