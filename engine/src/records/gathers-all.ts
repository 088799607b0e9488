// Whether what a roll-up gathers is the same for an asker as for everybody, so that one value can be kept for all of them: whatever is
// read on the way, through look-ups, rows and what is worked out in turn, is in their sight.
import type { CompiledEntity, Rollup } from '../model/model.ts';
import { fieldAccess, type Judgement } from './judgement.ts';

/** Whether no rule limits which records of an entity the asker reads; `below`: of rows whose parent is in sight already. */
export type Unrestricted = (entity: CompiledEntity, place: 'anywhere' | 'below') => boolean;

export interface Gathering {
  readonly from: CompiledEntity;
  readonly owner: CompiledEntity;
  readonly rollup: Rollup;
}

export function gathersAll(judge: Judgement, { from, owner, rollup }: Gathering, unrestricted: Unrestricted): boolean {
  const { definition, filter } = rollup;
  const named = [definition.field, definition.order_by, definition.via].flatMap((name) => (name ? [[name]] : []));
  return (
    unrestricted(from, 'anywhere') &&
    (definition.below === undefined ||
      (unrestricted(owner, 'anywhere') && isOpen({ judge, unrestricted }, owner, [definition.below]))) &&
    [...named, ...(filter?.names ?? [])].every((path) => isOpen({ judge, unrestricted }, from, path))
  );
}

interface Looking {
  readonly judge: Judgement;
  readonly unrestricted: Unrestricted;
}

function isOpen(looking: Looking, entity: CompiledEntity, [name = '', ...rest]: readonly string[]): boolean {
  const { judge, unrestricted } = looking;
  const field = entity.fields.get(name);
  if (!field) return true;
  if (fieldAccess(judge, field) !== 'always') return false;
  const { computed, relation } = field;
  if (computed?.kind === 'expression' && !computed.expanded?.paths.every((path) => isOpen(looking, entity, path)))
    return false;
  if (computed?.kind === 'rollup' && computed.definition.counts !== 'all') {
    const from = judge.model.entities.get(computed.definition.from);
    if (!from || !gathersAll(judge, { from, owner: entity, rollup: computed }, unrestricted)) return false;
  }
  const target = relation && 'entity' in relation ? judge.model.entities.get(relation.entity) : undefined;
  const hasRows = relation?.kind === 'children';
  // Of a look-up alone the id is read; of rows, whether there are any.
  if (!target || (rest.length === 0 && !hasRows)) return true;
  return unrestricted(target, hasRows ? 'below' : 'anywhere') && isOpen(looking, target, rest);
}
