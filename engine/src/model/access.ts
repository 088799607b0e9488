// What a set of roles may do: role metadata → CASL rules → one row predicate for each action and one for each field.
// "No access" and "no restriction" are values of their own; an empty filter is neither.
import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import { rulesToCondition } from '@casl/ability/extra';
import type { EntityRight, RecordRight, Role } from '@trellis/metadata/kinds';
import { accessToInputs, bothAccesses, type Granted } from './computed-access.ts';
import { compileExpression } from './expression.ts';
import type { FieldAccess, RowAccess } from './field-access.ts';
import type { CompiledEntity, CompiledExpression, Model } from './model.ts';
import { scopeOf } from './scope.ts';

export type RecordAction = 'read' | 'create' | 'update' | 'delete';
export type NamedRight = 'export' | 'import' | 'bulk' | 'transfer';
export type AccessRule = RawRuleOf<MongoAbility>;

export interface Access {
  readonly rules: readonly AccessRule[];
  readonly rights: ReadonlySet<string>;
  row(entity: string, action: RecordAction): RowAccess;
  field(entity: string, field: string, action: RecordAction): FieldAccess;
  may(entity: string, right: NamedRight): boolean;
}

const memo = new WeakMap<Model, Map<string, Access>>();

/** The access of a set of roles, compiled once a model. Unknown role names grant nothing. */
export function accessOf(model: Model, roles: readonly string[]): Access {
  let known = memo.get(model);
  if (!known) memo.set(model, (known = new Map()));
  const key = roles.length === 1 ? (roles[0] ?? '') : [...roles].sort().join(' ');
  let access = known.get(key);
  if (!access) known.set(key, (access = compileAccess(model, roles)));
  return access;
}

function compileAccess(model: Model, names: readonly string[]): Access {
  const roles = names.flatMap((name) => model.metadata.roles.get(name) ?? []);
  const rights = new Set(roles.flatMap((role) => role.rights ?? []));
  const rules = [...model.entities.values()].flatMap((entity) => [
    ...roles.flatMap((role) => rulesOf(role, entity)),
    ...everybodysRules(entity, rights),
  ]);
  const ability = createMongoAbility(rules, { conditionsMatcher: () => () => false });
  const rows = new Map<string, Map<string, RowAccess>>();
  const fields = new Map<string, Map<string, Map<string, FieldAccess>>>();
  // Most fields of an entity are under the very condition of its rows.
  const expressions = new Map<string, CompiledExpression>();
  const accessTo = (entity: string, action: RecordAction, name: string): RowAccess => {
    const condition = conditionOf(ability, entity, action, name);
    if (condition === null) return { kind: 'none' };
    if (condition === true) return { kind: 'all' };
    const expression = remembered(expressions, `${entity} ${JSON.stringify(condition)}`, () =>
      compileExpression(condition, scopeOf(model, entity)),
    );
    return { kind: 'some', expression };
  };
  // No rule restricts the id: the rules that reach it are the ones that open rows.
  const row = (entity: string, action: RecordAction): RowAccess =>
    remembered(
      remembered(rows, entity, () => new Map()),
      action,
      () => accessTo(entity, action, 'id'),
    );
  // Asked for every field of every request: maps in maps spare the making of a key.
  const field = (entity: string, name: string, action: RecordAction): FieldAccess => {
    const actions = remembered(fields, entity, () => new Map<string, Map<string, FieldAccess>>());
    return remembered(
      remembered(actions, action, () => new Map()),
      name,
      () => {
        const own = fieldAccess(row(entity, action), accessTo(entity, action, name));
        return action === 'read' ? withInputs(entity, name, own) : own;
      },
    );
  };
  const granted: Granted = {
    row: (entity) => row(entity, 'read'),
    field: (entity, name) => field(entity, name, 'read'),
  };
  const withInputs = (entityName: string, name: string, own: FieldAccess): FieldAccess => {
    const entity = model.entities.get(entityName);
    const computed = entity?.fields.get(name);
    if (!entity || !computed?.computed || own === 'never') return own;
    return bothAccesses(model, entity, own, accessToInputs(model, computed, granted));
  };
  return { rules, rights, row, field, may: (entity, right) => ability.can(right, entity) };
}

function remembered<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** Names and teams of colleagues are readable for everybody; changing them belongs to the right `users`. */
function everybodysRules(entity: CompiledEntity, rights: ReadonlySet<string>): AccessRule[] {
  if (entity.name !== 'user' && entity.name !== 'team') return [];
  const actions = rights.has('users') ? ['read', 'create', 'update', 'delete'] : ['read'];
  return actions.map((action) => ({ action, subject: entity.name }));
}

const named: readonly NamedRight[] = ['export', 'import', 'bulk', 'transfer'];

function rulesOf(role: Role, entity: CompiledEntity): AccessRule[] {
  const own = role.entities && Object.hasOwn(role.entities, entity.name) ? role.entities[entity.name] : undefined;
  const right: EntityRight = { ...allRights(role), ...own };
  return [
    ...rowRules(right, entity, 'read'),
    ...rowRules(right, entity, 'create'),
    ...rowRules(right, entity, 'update'),
    ...rowRules(right, entity, 'delete'),
    ...named.filter((name) => right[name] === true).map((name) => ({ action: name, subject: entity.name })),
  ];
}

function allRights(role: Role): EntityRight {
  if (role.all === 'write')
    return {
      read: true,
      create: true,
      update: true,
      delete: true,
      export: true,
      import: true,
      bulk: true,
      transfer: true,
    };
  return role.all === 'read' ? { read: true } : {};
}

/** One rule for the unrestricted fields together, one for each field with a condition of its own; `false` gives none. */
function rowRules(right: EntityRight, entity: CompiledEntity, action: RecordAction): AccessRule[] {
  const row = lowered(right[action], entity);
  if (row === false) return [];
  const rule = (conditions: unknown, fields?: string[]): AccessRule => ({
    action,
    subject: entity.name,
    ...(fields ? { fields } : {}),
    ...(conditions === true ? {} : { conditions: conditions as Record<string, unknown> }),
  });
  const fixed = action === 'update' && right.transfer !== true ? owning(entity) : [];
  const narrowed = Object.entries(right.fields ?? {}).flatMap(([field, says]) => {
    const condition = action === 'read' ? says.read : action === 'delete' ? undefined : says.update;
    return condition === undefined || condition === true || fixed.includes(field) ? [] : [{ field, condition }];
  });
  const restricted = [...narrowed, ...fixed.map((field) => ({ field, condition: false }))];
  if (restricted.length === 0) return [rule(row)];
  const free = [...entity.fields.keys()].filter((name) => !restricted.some(({ field }) => field === name));
  return [
    rule(row, free),
    ...restricted
      .filter(({ condition }) => condition !== false)
      .map(({ field, condition }) => rule(row === true ? condition : { and: [row, condition] }, [field])),
  ];
}

/** Who a record belongs to is changed by those who may transfer it. */
function owning({ ownership }: CompiledEntity): string[] {
  return [...(ownership.user ? ['owner'] : []), ...(ownership.team ? ['team'] : [])];
}

/** Scopes become conditions of the one expression language; true and false stay. */
function lowered(right: RecordRight | undefined, entity: CompiledEntity): unknown {
  if (right === undefined || right === false || right === 'none') return false;
  if (right === true || right === 'all') return true;
  if (typeof right === 'string') return scopeCondition(right, entity);
  return loweredWithin(right, entity);
}

function loweredWithin(json: unknown, entity: CompiledEntity): unknown {
  if (Array.isArray(json)) return json.map((item) => loweredWithin(item, entity));
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json);
  const [only] = entries;
  if (only && entries.length === 1 && only[0] === 'scope') return lowered(only[1] as RecordRight, entity);
  return Object.fromEntries(entries.map(([key, value]) => [key, loweredWithin(value, entity)]));
}

const ownerConditions: Readonly<Record<string, unknown>> = {
  own: { '==': [{ var: 'owner' }, { var: '$user.id' }] },
  team: { in: [{ var: 'owner' }, { var: '$user.team_members' }] },
  team_below: { in: [{ var: 'owner' }, { var: '$user.team_below' }] },
};

function scopeCondition(scope: string, entity: CompiledEntity): unknown {
  const { user, team } = entity.ownership;
  const mine = ownerConditions[scope];
  if (!mine) return false;
  const ours = { in: [{ var: 'team' }, { var: '$user.teams' }] };
  if (user && team) return scope === 'own' ? mine : { or: [mine, ours] };
  if (user) return mine;
  if (team) return ours;
  // Rows that live under a parent are judged by it (the row rule of the parent is added where the SQL is made).
  return entity.parent ? true : { '==': [{ var: 'created_by' }, { var: '$user.id' }] };
}

/** Null where no rule opens it, true where nothing restricts it. */
function conditionOf(ability: MongoAbility, entity: string, action: RecordAction, field: string): unknown {
  return rulesToCondition<MongoAbility, unknown, unknown>(
    ability.rulesFor(action, entity, field),
    (rule) => rule.conditions ?? true,
    { and: (all) => ({ and: all }), or: anyOf, empty: () => true },
  );
}

/** Roles often say the same: each condition stands once, and one without restriction swallows the others. */
function anyOf(conditions: readonly unknown[]): unknown {
  if (conditions.includes(true)) return true;
  const distinct = [...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values()];
  return distinct.length === 1 ? distinct[0] : { or: distinct };
}

/** Whoever sees a row sees the field, unless its own rules are narrower than the row's. */
function fieldAccess(row: RowAccess, field: RowAccess): FieldAccess {
  if (field.kind === 'none') return 'never';
  if (field.kind === 'all') return 'always';
  if (row.kind === 'some' && row.expression === field.expression) return 'always';
  return { kind: 'sometimes', expression: field.expression };
}
