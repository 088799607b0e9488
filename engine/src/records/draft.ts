// A record as it is about to be written, with what its conditions and rules are judged by.
import type { Context } from '@trellis/expressions/to-function';
import type { Asker } from '../auth/actor.ts';
import type { Access } from '../model/access.ts';
import type { CompiledEntity, Model } from '../model/model.ts';
import type { Stored } from './record-context.ts';

export interface Draft {
  readonly asker: Asker;
  readonly model: Model;
  readonly access: Access;
  readonly entity: CompiledEntity;
  /** null: the record is about to be made. */
  readonly old: Stored | null;
  /** What is to be written, canonical; links and rows too. */
  readonly values: Stored;
  /** Fields that the write itself changes, as against what the engine fills in and clears. */
  readonly said: ReadonlySet<string>;
  /** Names of fields whose given value is refused already: nothing more is said of them. */
  readonly wrong?: ReadonlySet<string>;
  readonly related: Stored;
}

/** A draft with what all checks look at. */
export interface Judged extends Draft {
  readonly merged: Stored;
  readonly context: Context;
  /** Names of fields that change; null: all of them, because the record is new. */
  readonly touched: ReadonlySet<string> | null;
}
