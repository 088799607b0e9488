// Where the files of an import lie: one folder a job under TRELLIS_HOME/imports, for its owner's eyes only.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isId } from '../records/id.ts';

export interface ImportFiles {
  readonly folder: string;
  readonly upload: string;
  readonly errors: string;
  /** Rows that wait for the pass of this number. */
  held(pass: number): string;
}

export function importFiles(home: string, jobId: string): ImportFiles {
  const folder = join(home, 'imports', jobId);
  return {
    folder,
    upload: join(folder, 'upload'),
    errors: join(folder, 'errors.csv'),
    held: (pass) => join(folder, `held-${pass}`),
  };
}

export async function makeFolder({ folder }: ImportFiles): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Everything but the error file, or that too. */
export async function removeFiles(files: ImportFiles, keepErrors: boolean): Promise<void> {
  if (!keepErrors) return rm(files.folder, { recursive: true, force: true });
  for (const name of await readdir(files.folder).catch(() => []))
    if (join(files.folder, name) !== files.errors) await rm(join(files.folder, name), { force: true });
}

const hour = 3_600_000;
const errorsKeptMs = 24 * hour;

/** Uploads whose job is over or was never made go after an hour, error files after a day. `openOf` tells which jobs are not over. */
export async function sweepFiles(
  home: string,
  openOf: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  const ids = (await readdir(join(home, 'imports')).catch(() => [])).filter(isId);
  const open = await openOf(ids);
  for (const id of ids) {
    const files = importFiles(home, id);
    const age = await stat(files.folder).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > hour && !open.has(id)) await removeFiles(files, age < errorsKeptMs && (await fileExists(files.errors)));
  }
}

export async function fileExists(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
