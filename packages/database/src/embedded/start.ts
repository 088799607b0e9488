// The PostgreSQL that comes with Trellis, for those who do not bring their own: real binaries from node_modules, data and
// password in the installation's home, listening on the loopback only, ended with the process that started it.
import pg from 'pg';
import { DatabaseError, diskFault } from '../errors.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster, superuser } from './cluster.ts';
import { chooseIdentity } from './identity.ts';
import { endLeftovers } from './leftovers.ts';
import { takeLock } from './lock.ts';
import { preparePlace } from './place.ts';
import { choosePort } from './port.ts';
import { runServer } from './server.ts';
import { defaultSettings, settingArguments, type Settings } from './settings.ts';

export interface EmbeddedOptions {
  /** The installation's folder; the database takes `database/` in it. Made when absent, with mode 0700. */
  home: string;
  /** Absent: one that follows from the folder. */
  port?: number;
  /** Server settings that win over ours. */
  settings?: Settings;
}

export interface EmbeddedDatabase {
  /** Of a database `trellis` whose user may do everything. Holds the password. */
  url: string;
  pid: number;
  /** File in which the server says what happens to it. */
  log: string;
  /** Resolves when the server has ended, by `stop` or by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const database = 'trellis';

/** Throws `DatabaseError`; nothing is left running then. */
export async function startEmbedded({ home, port: wanted, settings = {} }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = preparePlace(home);
  const binaries = findBinaries();
  const unlock = await takeLock(place);
  try {
    await endLeftovers(place);
    const identity = chooseIdentity(place.data);
    const password = ensureCluster({ place, binaries, identity });
    const port = await choosePort(place, wanted);
    const words = settingArguments(defaultSettings(), settings);
    const server = await runServer({ place, identity, postgres: binaries.postgres, port, settings: words });
    const address = (name: string) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;
    try {
      await ensureDatabase(address('postgres'));
    } catch (error) {
      await server.stop();
      throw error;
    }
    void server.ended.then(unlock);
    return { url: address(database), pid: server.pid, log: place.log, ended: server.ended, stop: server.stop };
  } catch (cause) {
    unlock();
    const fault = diskFault(cause, place.folder);
    throw fault ? new DatabaseError(fault, { cause }) : cause;
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
