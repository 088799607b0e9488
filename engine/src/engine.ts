// Everything a running node holds: made once by run.ts, or by a test, and handed to whoever serves.
import type { Logger } from 'pino';
import { makePeople, peopleChannel, type People } from './auth/people.ts';
import { makeSessions, type Sessions } from './auth/sessions.ts';
import { makeThrottle, type Throttle } from './auth/throttle.ts';
import { openDatabase, type Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { makeTurns, type Turns } from './reports/turns.ts';
import { listen, makeActiveModels, versionChannel, type ActiveModels } from './versions/active-models.ts';
import { filledChannel } from './versions/rollup-state.ts';
import { mendRollups } from './versions/mend-rollups.ts';
import { addMissing, needsRepair, repair } from './versions/repair.ts';
import { workspaceNames } from './versions/version-store.ts';

export interface Engine {
  readonly database: Database;
  readonly models: ActiveModels;
  readonly people: People;
  readonly reports: Turns;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  readonly log: Logger;
  readonly settings: EngineSettings;
  readonly clock: () => Date;
  /** Serving: the database is reached, the models are loaded. */
  ready: boolean;
  close(): Promise<void>;
}

export interface EngineSettings {
  readonly home: string;
  readonly templatesFolder: string;
  /** Folders of the built screens; absent ones are not served. */
  readonly screens: { readonly runtime: string; readonly designer: string };
  readonly trustProxy: number;
  readonly secureCookies: boolean;
}

export interface EngineInput {
  readonly databaseUrl: string;
  readonly poolSize: number;
  /** How long the database may work on one question: 30. */
  readonly answerSeconds?: number;
  readonly log: Logger;
  readonly settings: EngineSettings;
  readonly clock?: () => Date;
}

export async function startEngine({
  databaseUrl,
  poolSize,
  answerSeconds = 30,
  log,
  settings,
  clock = () => new Date(),
}: EngineInput): Promise<Engine> {
  await migrate(databaseUrl);
  const database = openDatabase(databaseUrl, poolSize, answerSeconds);
  const models = makeActiveModels(database);
  const people = makePeople();
  const refresh = (workspace: string): void => {
    models
      .refresh(workspace)
      .catch((error: unknown) => log.error({ error, workspace }, 'a published version could not be loaded'));
  };
  const renew = (workspace: string): void => {
    models
      .renew(workspace)
      .catch((error: unknown) => log.error({ error, workspace }, 'what was filled could not be read'));
  };
  // Notifications that nobody heard may have told of anything.
  const afterGap = (): void => {
    const readAnew = (workspace: string): void => {
      people.forget(workspace);
      refresh(workspace);
      renew(workspace);
    };
    workspaceNames(database).then(
      (all) => all.forEach(readAnew),
      (error: unknown) => log.warn({ error }, 'the workspaces could not be read'),
    );
  };
  const names = await workspaceNames(database);
  const stopListening = listen(
    database,
    { [versionChannel]: refresh, [filledChannel]: renew, [peopleChannel]: (workspace) => people.forget(workspace) },
    afterGap,
  );
  const engine: Engine = {
    database,
    models,
    people,
    reports: makeTurns(Math.ceil(poolSize / 2)),
    sessions: makeSessions(),
    throttle: makeThrottle(),
    log,
    settings,
    clock,
    ready: false,
    close: async () => {
      engine.ready = false;
      await stopListening();
      await database.close();
    },
  };
  for (const name of names) await loadWorkspace(engine, name);
  engine.ready = true;
  return engine;
}

/** Loads the model; what an earlier process has left undone is finished while the workspace serves. */
async function loadWorkspace(engine: Engine, name: string): Promise<void> {
  const { database, log, models } = engine;
  const model = await models.get(name);
  if (!model) return;
  await addMissing(database, model);
  if (await mendRollups(database, model)) await models.renew(name);
  if (!(await needsRepair(database, model))) return;
  const onFault = (error: unknown): void => log.error({ error, workspace: name }, 'an index could not be built');
  repair(database, models, name, onFault).catch(onFault);
}
