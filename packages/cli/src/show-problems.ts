// Problems of metadata on the terminal: file, place in it, what is wrong, the way out.
import { join } from 'node:path';
import type { CommandInput } from './terminal.ts';
import { textOf } from './texts.ts';

export interface ShownProblem {
  /** `entities/book.json#/fields/title/required` */
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

/** @param folder that the paths are relative to */
export function showProblems(
  { complain, language }: CommandInput,
  folder: string,
  problems: readonly ShownProblem[],
): void {
  for (const { path, message, hint } of problems) {
    const [file = '', place] = path.split('#');
    complain(`${join(folder, file)}${place ? `  ${place}` : ''}`);
    complain(`  ${message}`);
    if (hint) complain(`  ${textOf('hint', language, { hint })}`);
    complain('');
  }
  complain(textOf('problems', language, { count: problems.length }));
}
