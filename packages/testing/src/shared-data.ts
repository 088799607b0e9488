// Real data that may lie beside the project: tests that use it are skipped, visibly, where it does not.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/data', import.meta.url));

/** The path of a data set; null where it is absent. */
export function sharedData(name: string): string | null {
  const path = `${folder}/${name}`;
  return existsSync(path) ? path : null;
}
