// The server's settings: those that the product relies on, and those that follow the machine's memory. They are given on
// the command line, so that none is left over in the data from an earlier release.
import { totalmem } from 'node:os';

export type Settings = Record<string, string | number | boolean>;

const megabyte = 1024 * 1024;

/** Gives the words `-c name=value …`; later ones win. */
export function settingArguments(...layers: Settings[]): string[] {
  const all: Settings = Object.assign({}, ...layers);
  return Object.entries(all).flatMap(([name, value]) => [
    '-c',
    `${name}=${typeof value === 'boolean' ? onOff(value) : value}`,
  ]);
}

/** `memory` in bytes: what this process may use of the machine, or of its container. */
export function defaultSettings(memory: number = availableMemory()): Settings {
  const share = (part: number, least: number, most: number) =>
    `${Math.round(Math.min(most, Math.max(least, (memory * part) / megabyte)))}MB`;
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    // A table of more than a quarter of it is read past this cache; pages are taken from the machine only when they are used.
    shared_buffers: share(1 / 8, 64, 4096),
    effective_cache_size: share(1 / 2, 256, 8192),
    maintenance_work_mem: share(1 / 64, 32, 256),
    work_mem: '16MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    jit: false,
    fsync: true,
    synchronous_commit: true,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: false,
    // Statements and details carry people's data; the engine reports what failed, without them.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
}

function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}

function onOff(value: boolean): string {
  return value ? 'on' : 'off';
}
