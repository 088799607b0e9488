// The model each workspace serves now. It is replaced whole, here after our own publish and on NOTIFY after another node's;
// requests keep the one they began with.
import type pg from 'pg';
import type { Database } from '../db/database.ts';
import type { Model } from '../model/model.ts';
import { buildModel } from './layers.ts';
import { withFilled } from './rollup-state.ts';
import { newestNumber, newestVersion } from './version-store.ts';

export const versionChannel = 'trellis_version';

export interface ActiveModels {
  /** The model to begin a request with; read on first use. */
  get(workspace: string): Promise<Model | null>;
  /** The model if it is there already: the hot path waits for nothing. */
  peek(workspace: string): Model | undefined;
  replace(model: Model): void;
  /** Reads the newest version where it is newer than ours: after a NOTIFY, or a request that met a moved table. */
  refresh(workspace: string): Promise<Model | null>;
  /** Roll-ups have been filled: the same version reads their columns from now on. */
  renew(workspace: string): Promise<void>;
  forget(workspace: string): void;
}

export function makeActiveModels(database: Database): ActiveModels {
  const models = new Map<string, Model>();
  const reading = new Map<string, Promise<Model | null>>();

  const read = async (workspace: string): Promise<Model | null> => {
    const version = await newestVersion(database, workspace);
    if (!version) return null;
    const result = await buildModel({ ...version, version: version.number, isPublished: true });
    if (!result.ok)
      throw new Error(`stored version ${version.number} of ${workspace}: ${JSON.stringify(result.problems)}`);
    const model = await withFilled(database, result.model);
    const current = models.get(workspace);
    if (!current || current.version < model.version) models.set(workspace, model);
    return models.get(workspace) ?? null;
  };

  const readOnce = (workspace: string): Promise<Model | null> => {
    let running = reading.get(workspace);
    if (!running) {
      running = read(workspace).finally(() => reading.delete(workspace));
      reading.set(workspace, running);
    }
    return running;
  };

  return {
    get: async (workspace) => models.get(workspace) ?? readOnce(workspace),
    peek: (workspace) => models.get(workspace),
    replace(model) {
      const current = models.get(model.workspace);
      if (!current || current.version < model.version) models.set(model.workspace, model);
    },
    async refresh(workspace) {
      const current = models.get(workspace);
      if (current && (await newestNumber(database, workspace)) <= current.version) return current;
      return readOnce(workspace);
    },
    async renew(workspace) {
      const current = models.get(workspace);
      if (!current) return;
      const model = await withFilled(database, current);
      if (models.get(workspace) === current) models.set(workspace, model);
    },
    forget: (workspace) => models.delete(workspace),
  };
}

/** Keeps one connection listening; a lost one is opened again, and whatever was missed meanwhile is read. */
export function listen(
  database: Database,
  channels: Readonly<Record<string, (payload: string) => void>>,
  onGap: () => void,
): () => Promise<void> {
  let client: pg.PoolClient | null = null;
  let stopped = false;
  const connect = async (): Promise<void> => {
    if (stopped) return;
    try {
      client = await database.pool.connect();
      client.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''));
      client.on('error', again);
      for (const channel of Object.keys(channels)) await client.query(`listen ${channel}`);
      onGap();
    } catch {
      again();
    }
  };
  const again = (): void => {
    const lost = client;
    client = null;
    lost?.removeAllListeners('notification');
    lost?.release(true);
    if (!stopped) setTimeout(() => void connect(), 1000).unref();
  };
  void connect();
  return async () => {
    stopped = true;
    client?.release(true);
    client = null;
  };
}
