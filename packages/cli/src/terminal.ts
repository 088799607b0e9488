// What a command is told about the world around it, so that it reads and writes nothing by itself.
import type { Language } from './language.ts';

export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Paths are relative to it. */
  readonly folder: string;
  print(line: string): void;
  /** To the error stream. */
  complain(line: string): void;
  /** Becomes the server: its process ends as the server's does. */
  startEngine(): Promise<void>;
}

export interface CommandInput extends Surroundings {
  readonly language: Language;
  readonly path: string;
  readonly server: ServerAddress;
}

export interface ServerAddress {
  readonly url: string;
  readonly email: string | undefined;
  readonly password: string | undefined;
}

/** What a command ends with: 0 for good, 1 where something is in the way. */
export type ExitCode = 0 | 1;
