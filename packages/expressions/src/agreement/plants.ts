// Faults that the long suite is run with to show that it would find them: each in one interpreter alone. `PLANT=<name>`.
import type { Operand } from '../operand.ts';
import { raw, sql } from '../sql.ts';
import type { Signature, TypedExpression } from '../typed.ts';

export interface Plant {
  readonly interpreter: 'json_logic' | 'closures' | 'postgres';
  readonly fault: string;
  /** The part of an expression, given its faulty meaning. */
  change(node: TypedExpression): TypedExpression;
}

const ordersByUnits: ReadonlyMap<string, (left: string, right: string) => boolean> = new Map([
  ['less', (left, right) => left < right],
  ['less_or_equal', (left, right) => left <= right],
  ['greater', (left, right) => left > right],
  ['greater_or_equal', (left, right) => left >= right],
]);

export const plants: ReadonlyMap<string, Plant> = new Map<string, Plant>([
  [
    'null_differs_from_nothing',
    {
      interpreter: 'postgres',
      fault: '`!=` is `<>` in SQL, which is unknown where one side is null',
      change: meaning('unequal', (signature) => ({
        ...signature,
        sql: ([left, right]) => sql`(${left} <> ${right}) is true`,
      })),
    },
  ],
  [
    'between_leaves_out_its_end',
    {
      interpreter: 'json_logic',
      fault: 'between leaves out both ends',
      change: meaning('less_or_equal_between', (signature) => ({ ...signature, name: 'less_between' })),
    },
  ],
  [
    'quotient_cut_off',
    {
      interpreter: 'postgres',
      fault: 'a quotient is cut off after the twelfth decimal, not rounded',
      change: meaning('divide', (signature) => ({
        ...signature,
        sql: (args) =>
          args.slice(1).reduce((left, right) => sql`trunc(${left} / nullif(${right}, 0), 12)`, args[0] ?? raw('null')),
      })),
    },
  ],
  [
    'day_of_another_zone',
    {
      interpreter: 'postgres',
      fault: 'a datetime is the day that it is in UTC',
      change: meaning('day_of', (signature) => ({
        ...signature,
        sql: ([instant]) => sql`(${instant} at time zone 'UTC')::date`,
      })),
    },
  ],
  [
    'binary_sums',
    {
      interpreter: 'closures',
      fault: 'sums are those of binary floating point',
      change: meaning('add', (signature) => ({
        ...signature,
        name: 'planted_add',
        evaluate: (...values) => values.reduce((sum, value) => Number(sum) + Number(value), 0),
      })),
    },
  ],
  [
    'like_without_escape',
    {
      interpreter: 'postgres',
      fault: '`contains` takes % and _ for wildcards',
      change: meaning('contains', (signature) => ({
        ...signature,
        sql: ([text, part]) => sql`${text} ilike '%' || ${part} || '%'`,
      })),
    },
  ],
  [
    'all_of_nothing',
    {
      interpreter: 'closures',
      fault: '`all` is true where there are no rows',
      change: (node) =>
        node.kind === 'each' && node.each.name === 'all'
          ? { ...node, each: { ...node.each, evaluate: (items, { holds }) => items.every(holds) } }
          : node,
    },
  ],
  [
    'members_out_of_order',
    {
      interpreter: 'postgres',
      fault: '`map` gives its list from the last member to the first',
      change: (node) =>
        node.kind === 'each' && node.each.name === 'map'
          ? {
              ...node,
              each: { ...node.each, sql: (parts) => node.each.sql({ ...parts, position: sql`- ${parts.position}` }) },
            }
          : node,
    },
  ],
  [
    'order_by_units',
    {
      interpreter: 'closures',
      fault: 'text is ordered by UTF-16 units, not by code points',
      change: (node) => {
        const holds = node.kind === 'call' ? ordersByUnits.get(node.signature.name) : undefined;
        if (node.kind !== 'call' || holds === undefined) return node;
        const evaluate = (left: Operand, right: Operand): Operand =>
          typeof left === 'string' && typeof right === 'string'
            ? holds(left, right)
            : evaluated(node.signature, [left, right]);
        return { ...node, signature: { ...node.signature, evaluate } };
      },
    },
  ],
  [
    'blank_text_is_there',
    {
      interpreter: 'json_logic',
      fault: 'blank text counts as true',
      change: meaning('has_text', (signature) => ({ ...signature, name: 'is_present' })),
    },
  ],
  [
    'spring_forward',
    {
      interpreter: 'closures',
      fault: 'a day later is 24 hours later, whatever clocks do',
      change: meaning('add_to_datetime', (signature) => ({
        ...signature,
        evaluate: (instant, amount, unit, zone) =>
          evaluated(signature, [instant, amount, unit, unit === 'day' ? 'UTC' : zone]),
      })),
    },
  ],
  [
    'sum_of_nothing',
    {
      interpreter: 'postgres',
      fault: 'the sum over no rows is null',
      change: (node) =>
        node.kind === 'each' && node.each.name === 'sum'
          ? {
              ...node,
              each: {
                ...node.each,
                sql: ({ from, condition, value }) =>
                  sql`(select sum(value) from (select ${value} as value ${from(condition)}) as each)`,
              },
            }
          : node,
    },
  ],
]);

/** The expression with a plant in it wherever it finds a place. */
export function planted(node: TypedExpression, plant: Plant): TypedExpression {
  const inner = (part: TypedExpression): TypedExpression => planted(part, plant);
  switch (node.kind) {
    case 'list':
      return { ...node, items: node.items.map(inner) };
    case 'call':
      return plant.change({ ...node, args: node.args.map(inner) });
    case 'each':
      return plant.change({
        ...node,
        source: node.source.kind === 'members' ? { kind: 'members', list: inner(node.source.list) } : node.source,
        value: node.value && inner(node.value),
        condition: node.condition && inner(node.condition),
      });
    case 'fold':
      return { ...node, list: inner(node.list), step: inner(node.step), initial: inner(node.initial) };
    default:
      return node;
  }
}

function meaning(name: string, change: (signature: Signature) => Signature): Plant['change'] {
  return (node) =>
    node.kind === 'call' && node.signature.name === name ? { ...node, signature: change(node.signature) } : node;
}

function evaluated({ evaluate }: Signature, values: readonly Operand[]): Operand {
  return typeof evaluate === 'function' ? evaluate(...values) : null;
}
