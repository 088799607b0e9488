// What create and update need of child tables: told by whoever calls them, because rows of children are records themselves.
import type { Connection } from '../db/database.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import type { Judgement } from './judgement.ts';
import type { Values } from './request.ts';

export type WriteChildren = (judge: Judgement, connection: Connection, write: ChildrenWrite) => Promise<void>;

export interface ChildrenWrite {
  readonly entity: CompiledEntity;
  readonly id: string;
  readonly children: ReadonlyMap<CompiledField, readonly Values[]>;
  /** The body holds all rows: those that it does not name go to the trash. */
  readonly replace: boolean;
}
