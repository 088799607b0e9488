// What a test says of the workspace that it wants.
import type { RawItem } from '@trellis/metadata/kinds';

export interface WorkspaceOptions {
  /** Metadata of the builders; or … */
  readonly items?: readonly RawItem[];
  /** … the name of a folder in engine/test/fixtures, prepared once in the run and cloned from then on. */
  readonly template?: string;
  readonly sampleData?: boolean;
  readonly language?: 'en' | 'zh-CN';
  /** IANA name; of everybody who has none of their own. */
  readonly timeZone?: string;
  readonly currency?: string;
  readonly users?: { readonly [name: string]: UserOptions };
  readonly poolSize?: number;
  /** How long the database may work on one question: 30. */
  readonly answerSeconds?: number;
  /** Serves the built screens, for a browser. */
  readonly screens?: boolean;
  /** Stops the engine's clock at this instant; `clock` moves it. */
  readonly now?: string;
}

export interface UserOptions {
  readonly roles: readonly string[];
  /** Of a user who stands before this one. */
  readonly manager?: string;
  /** Names; a team is made when it is first named. */
  readonly teams?: readonly string[];
  readonly language?: 'en' | 'zh-CN';
  readonly timeZone?: string;
}
