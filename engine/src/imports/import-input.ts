// What an import job knows from its beginning: settled while the asker waits, so that a wrong mapping is refused at once.
import type { FileFormat } from './file-rows.ts';
import type { ImportOptions } from './options.ts';

export interface ImportInput {
  readonly entity: string;
  readonly file: string;
  readonly format: FileFormat;
  readonly hasHeader: boolean;
  readonly headers: readonly string[];
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly options: ImportOptions;
  /** Of messages in report and error file. */
  readonly language: string;
}
