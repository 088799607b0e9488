// What check puts between an operand and its place: nobody writes these. Truth of a value, text of a value, dates as datetimes
// and back. Zones come as a last operand, as everywhere.
import { briefSql, isBrief } from '../kept.ts';
import type { Numeric, Operand } from '../operand.ts';
import { sql } from '../sql.ts';
import { exactly, type Signature, type TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { fromWall, toWall } from '../values/datetimes.ts';
import { compareNumbers, printNumber } from '../values/numbers.ts';

const zone: TypedExpression = { kind: 'var', path: ['$time_zone'], type: 'text' };

/** A condition: true or false, never null. Blank text, zero and the empty list are false. */
export function asTruth(node: TypedExpression): TypedExpression {
  if (node.kind === 'call' && node.signature.gives === 'boolean') return node;
  if (node.kind === 'each' && node.type === 'boolean') return node;
  return call(truths[node.type] ?? isPresent, node);
}

/** Text for people to read; nothing for null. Undefined for what has no plain text. */
export function asText(node: TypedExpression): TypedExpression | undefined {
  if (node.kind === 'literal' && typeof node.value === 'string' && node.type === 'text') return node;
  const print = prints[node.type];
  return print === undefined ? undefined : call(print, node);
}

/** The start of the day in the context's time zone. */
export function dateAsDatetime(node: TypedExpression): TypedExpression {
  return call(startOfDay, node);
}

/** The date in the context's time zone. */
export function datetimeAsDate(node: TypedExpression): TypedExpression {
  return call(dayOf, node);
}

/** Where it is made for every member of a list: null where it is long. */
export function briefly(node: TypedExpression): TypedExpression {
  return node.type === 'text' || node.type.endsWith('[]') ? call(brief, node) : node;
}

function call(signature: Signature, node: TypedExpression): TypedExpression {
  const args = signature.zoned === true ? [node, zone] : [node];
  const type = signature.gives === 'T' || signature.gives === 'T[]' ? node.type : signature.gives;
  return { kind: 'call', signature, args, type };
}

export { zone as timeZone };

const startOfDay: Signature = {
  name: 'start_of_day',
  takes: exactly('date'),
  gives: 'datetime',
  zoned: true,
  evaluate: (date: string, name: string) => fromWall(`${date}T00:00:00.000000`, name),
  sql: ([date, name]) => sql`(${date}::timestamp at time zone ${name})`,
};

const dayOf: Signature = {
  name: 'day_of',
  takes: exactly('datetime'),
  gives: 'date',
  zoned: true,
  evaluate: (instant: string, name: string) => toWall(instant, name)?.slice(0, 10) ?? null,
  sql: ([instant, name]) => sql`(${instant} at time zone ${name})::date`,
};

const isPresent: Signature = {
  name: 'is_present',
  takes: exactly('any'),
  gives: 'boolean',
  seesNull: true,
  evaluate: (value) => value !== null,
  sql: ([value]) => sql`${value} is not null`,
  exact: true,
};

const hasMembers = truthOf(
  'has_members',
  (list: readonly Operand[]) => list.length > 0,
  ([list]) => sql`cardinality(${list}) > 0`,
);

const truths: { readonly [type in ValueType]?: Signature } = {
  boolean: truthOf(
    'is_true',
    (value: boolean) => value,
    ([value]) => sql`${value}`,
  ),
  text: truthOf(
    'has_text',
    (text: string) => text !== '',
    ([text]) => sql`${text} <> ''`,
  ),
  number: truthOf(
    'is_not_zero',
    (value: Numeric) => compareNumbers(value, 0) !== 0,
    ([value]) => sql`${value} <> 0`,
  ),
  'text[]': hasMembers,
  'number[]': hasMembers,
  'id[]': hasMembers,
};

const prints: { readonly [type in ValueType]?: Signature } = {
  text: printOf(
    'print_text',
    (text: string) => text,
    ([text]) => sql`coalesce(${text}, '')`,
  ),
  id: printOf(
    'print_id',
    (id: string) => id,
    ([id]) => sql`coalesce(${id}::text, '')`,
  ),
  boolean: printOf(
    'print_boolean',
    (value: boolean) => String(value),
    ([value]) => sql`coalesce(${value}::text, '')`,
  ),
  number: printOf('print_number', printNumber, ([value]) => sql`coalesce(trim_scale(${value}::numeric)::text, '')`),
  date: printOf(
    'print_date',
    (date: string) => date,
    ([date]) => sql`coalesce(to_char(${date}, 'YYYY-MM-DD'), '')`,
  ),
  time: printOf(
    'print_time',
    (time: string) => time.slice(0, 5),
    ([time]) => sql`coalesce(left(${time}::text, 5), '')`,
  ),
  datetime: {
    ...printOf(
      'print_datetime',
      (instant: string, name: string) => (toWall(instant, name) ?? '').slice(0, 16).replace('T', ' '),
      ([instant, name]) => sql`coalesce(to_char(${instant} at time zone ${name}, 'YYYY-MM-DD HH24:MI'), '')`,
    ),
    zoned: true,
  },
  null: printOf(
    'print_nothing',
    () => '',
    () => sql`${''}::text`,
  ),
};

const brief: Signature = {
  name: 'brief',
  takes: exactly('any'),
  gives: 'T',
  evaluate: (value) => (isBrief(value) ? value : null),
  sql: ([value], [node]) => briefSql(sql`${value}`, node?.type ?? 'text'),
  repeats: [0],
};

function truthOf(name: string, evaluate: Signature['evaluate'], toSql: Signature['sql']): Signature {
  return { name, takes: exactly('any'), gives: 'boolean', evaluate, sql: toSql };
}

/** The text of nothing is the empty text. */
function printOf(name: string, print: Exclude<Signature['evaluate'], string>, toSql: Signature['sql']): Signature {
  const evaluate = (...values: readonly Operand[]) => (values[0] === null ? '' : print(...values));
  return { name, takes: exactly('any'), gives: 'text', seesNull: true, evaluate, sql: toSql };
}

/** For the evaluator, which has to know every signature. */
export const conversions: readonly Signature[] = [
  startOfDay,
  dayOf,
  isPresent,
  brief,
  ...new Set([...Object.values(truths), ...Object.values(prints)]),
];
