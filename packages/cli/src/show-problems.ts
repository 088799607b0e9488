// Problems of metadata on the terminal: file, place in it, what is wrong, the way out.
import type { CommandInput } from './terminal.ts';
import { textOf } from './texts.ts';

export interface ShownProblem {
  /** `entities/book.json#/fields/title/required` */
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

/** @param locate from a file of the template to the path that the reader knows it by */
export function showProblems(
  { complain, language }: CommandInput,
  locate: (file: string) => string,
  problems: readonly ShownProblem[],
): void {
  for (const { path, message, hint } of problems) {
    const [file = '', place] = path.split('#');
    complain(`${locate(file)}${place ? `  ${place}` : ''}`);
    complain(`  ${message}`);
    if (hint) complain(`  ${textOf('hint', language, { hint })}`);
    complain('');
  }
  complain(textOf('problems', language, { count: problems.length }));
}
