// The items that a path names: a folder of metadata, or one file of it.
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readFolder, readItemFile, type FolderContents } from '@trellis/metadata/read-folder';

export interface PathContents extends FolderContents {
  /** What the paths of problems are relative to. */
  readonly root: string;
}

/** A folder that is to be applied may be part of a template: it needs no template.json. */
export async function readPath(folder: string, path: string): Promise<PathContents> {
  const whole = resolve(folder, path);
  if (!(await isFile(whole))) {
    const { items, problems } = await readFolder(whole);
    return { root: path, items, problems: problems.filter(({ code }) => code !== 'missing_template') };
  }
  const root = path.endsWith('template.json') ? dirname(path) : dirname(dirname(path));
  return { root, ...(await readItemFile(whole)) };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false,
  );
}
