// Which signature of an operator its operands fit, and the call with every operand brought into its place. Where none fits, the
// misfits of the one that comes closest; they become problems outside, since most are thrown away here.
import { conformCalendar } from './conform-calendar.ts';
import { conform, isListed, itemOf, listOf, unfit, type Unfit } from './conform.ts';
import { equatable } from './operators/comparison.ts';
import { timeZone } from './operators/conversions.ts';
import type { Scope } from './scope.ts';
import type { Operands, Parameter, Signature, TypedExpression } from './typed.ts';
import type { ExchangeRate, ValueType } from './types.ts';
import { readDatetime } from './values/datetimes.ts';
import { rateTableOf } from './values/exchange-rates.ts';

export interface Misfit extends Omit<Unfit, 'ok'> {
  /** Index of the operand; absent where there are too many or too few. */
  readonly operand?: number;
}

export type Matched =
  { readonly ok: true; readonly node: TypedExpression } | { readonly ok: false; readonly misfits: readonly Misfit[] };

export function matchOperator(
  signatures: readonly Signature[],
  args: readonly TypedExpression[],
  scope: Scope,
): Matched {
  const counted = signatures.filter(({ takes }) => isCount(takes, args.length));
  let closest: readonly Misfit[] | undefined;
  for (const signature of counted) {
    const matched = match(signature, args, scope);
    if (matched.ok) return matched;
    if (closest === undefined || weight(matched.misfits) < weight(closest)) closest = matched.misfits;
  }
  const params = { actual: args.length, expected: countOf(signatures) };
  return { ok: false, misfits: closest ?? [{ code: 'operand_count', params }] };
}

function isCount({ least, most, step = 1 }: Operands, count: number): boolean {
  return count >= least && count <= most && (count - least) % step === 0;
}

function match(signature: Signature, args: readonly TypedExpression[], scope: Scope): Matched {
  const operands = args.map((node, index) => ({ node, parameter: signature.takes.at(index, args.length) }));
  const common = commonType(operands, ['T', 'T[]', 'members']);
  const key = commonType(operands, ['key']);
  const isAllowed = common === 'null' || signature.over === undefined || signature.over.includes(common);
  const nodes: TypedExpression[] = [];
  const misfits: Misfit[] = [];
  for (const [operand, { node, parameter }] of operands.entries()) {
    const isCommon = parameter === 'T' || parameter === 'T[]' || parameter === 'members';
    const isMisplaced = (isCommon && !isAllowed) || (parameter === 'key' && !equatable.includes(key));
    const expected = parameter === 'key' ? key : common;
    const conformed = isMisplaced
      ? unfit(parameter === 'key' ? 'scalar' : familyOf(signature), node)
      : parameter === 'calendar'
        ? conformCalendar(node, scope)
        : conform(node, parameter, expected);
    if (conformed.ok) {
      nodes.push(conformed.node);
      continue;
    }
    const { ok: _, ...misfit } = conformed;
    const isMixed =
      (isCommon || parameter === 'key') &&
      args.length > 1 &&
      misfit.code === 'operand_type' &&
      misfit.params['expected'] === expected;
    misfits.push({ ...misfit, operand, code: isMixed ? 'mixed_types' : misfit.code });
  }
  if (misfits.length > 0) return { ok: false, misfits };
  const type = signature.gives === 'T' ? common : signature.gives === 'T[]' ? listOf(common) : signature.gives;
  return { ok: true, node: { kind: 'call', signature, args: [...nodes, ...hidden(signature, scope)], type } };
}

/** What the operator needs to know besides, of the context and of the scope. */
function hidden({ dated, rated, zoned }: Signature, scope: Scope): readonly TypedExpression[] {
  return [
    ...(dated === true ? [today] : []),
    ...(rated === true ? [ratesOf(scope.rates ?? [])] : []),
    ...(zoned === true ? [timeZone] : []),
  ];
}

const today: TypedExpression = { kind: 'var', path: ['$today'], type: 'date' };

function ratesOf(rates: readonly ExchangeRate[]): TypedExpression {
  return { kind: 'literal', value: rateTableOf(rates), type: 'json' };
}

/**
 * What is common to the operands of these places: the type of the first operand that is no literal, since literals adapt; else of the first literal. A datetime
 * among dates, even one in text, makes datetimes of all.
 */
function commonType(
  operands: readonly { readonly node: TypedExpression; readonly parameter: Parameter }[],
  places: readonly Parameter[],
): ValueType {
  const members = operands.flatMap(({ node, parameter }) => {
    if (!places.includes(parameter)) return [];
    return parameter === 'T[]' || (parameter === 'members' && isListed(node)) ? membersOf(node) : [node];
  });
  const known = members.filter(({ type }) => type !== 'null');
  const firm = known.filter((member) => !isLiteral(member)).map(({ type }) => type);
  if (firm.includes('datetime') || (firm.includes('date') && known.some(isDatetimeText))) return 'datetime';
  return firm[0] ?? known[0]?.type ?? 'null';
}

/** Those of a list-typed operand are not known, but what they are. */
function membersOf(node: TypedExpression): readonly TypedExpression[] {
  return node.kind === 'list' ? node.items : [{ kind: 'var', path: [], type: itemOf(node.type) ?? 'null' }];
}

function isLiteral(node: TypedExpression): boolean {
  return node.kind === 'list' ? node.items.every(isLiteral) : node.kind === 'literal';
}

function isDatetimeText(node: TypedExpression): boolean {
  return node.kind === 'literal' && typeof node.value === 'string' && readDatetime(node.value) !== null;
}

/** The word for what T may be. */
function familyOf({ over = [] }: Signature): string {
  if (over.includes('boolean')) return 'scalar';
  return over.includes('id') ? 'listed' : 'ordered';
}

/** Nobody who writes something else meant the word null. */
function weight(misfits: readonly Misfit[]): number {
  return misfits.reduce((sum, { params }) => sum + (params['expected'] === 'null' ? 3 : 1), 0);
}

function countOf(signatures: readonly Signature[]): string {
  const least = Math.min(...signatures.map(({ takes }) => takes.least));
  const most = Math.max(...signatures.map(({ takes }) => takes.most));
  if (least === most) return String(least);
  return most === Infinity ? `≥ ${least}` : `${least}–${most}`;
}
