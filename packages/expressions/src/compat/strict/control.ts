// Truth and choice. What `and` and `or` give back is the operand that decided, which the strict language says by `if`.
import { allOf, certain, commonType, nothing, type Call, type Node, type Translations } from './node.ts';

export const control: Translations = {
  if: chosen,
  '?:': chosen,
  and: (call) => deciding(call, (value, rest) => ({ if: [value.json, rest.json, value.json] })),
  or: (call) => deciding(call, (value, rest) => ({ if: [value.json, value.json, rest.json] })),
  '!': (call) => truth('!', call),
  '!!': (call) => truth('!!', call),
  '??': ({ operands, inStrict }) => {
    const nodes = allOf(operands.map((operand) => inStrict(operand)));
    const type = nodes && commonType(nodes);
    if (nodes === undefined || type === undefined) return undefined;
    if (type === 'null') return nothing;
    const isNullable = nodes.every((node) => node.isNullable);
    return { json: { coalesce: nodes.map(({ json }) => json) }, type, isNullable };
  },
  log: ({ operands, inStrict }) => inStrict(operands[0] ?? null),
};

/** Where only truth is asked for, `and` and `or` are what they are in the strict language. */
export const conditions: Translations = {
  and: (call) => joined('and', call),
  or: (call) => joined('or', call),
};

function joined(operator: 'and' | 'or', { operands, asCondition }: Call): Node | undefined {
  const nodes = allOf(operands.map((operand) => asCondition(operand)));
  // Of nothing, `and` is false here.
  if (nodes === undefined || nodes.length === 0) return nodes && certain(false, 'boolean');
  return certain({ [operator]: nodes.map(({ json }) => json) }, 'boolean');
}

function truth(operator: '!' | '!!', { operands, asCondition }: Call): Node | undefined {
  const node = asCondition(operands[0] ?? null);
  return node && certain({ [operator]: [node.json] }, 'boolean');
}

function chosen({ operands, inStrict, asCondition }: Call): Node | undefined {
  if (operands.length < 2) return inStrict(operands[0] ?? null);
  const hasElse = operands.length % 2 === 1;
  const isCondition = (index: number) => index % 2 === 0 && !(hasElse && index === operands.length - 1);
  const parts = allOf(
    operands.map((operand, index) => (isCondition(index) ? asCondition(operand) : inStrict(operand))),
  );
  const values = parts?.filter((_, index) => !isCondition(index));
  const type = values && commonType(values);
  if (parts === undefined || values === undefined || type === undefined) return undefined;
  if (type === 'null') return nothing;
  const isNullable = !hasElse || values.some((value) => value.isNullable);
  return { json: { if: parts.map(({ json }) => json) }, type, isNullable };
}

function deciding({ operands, inStrict }: Call, choice: (value: Node, rest: Node) => Node['json']): Node | undefined {
  if (operands.length === 0) return certain(false, 'boolean');
  const nodes = allOf(operands.map((operand) => inStrict(operand)));
  const type = nodes && commonType(nodes);
  if (nodes === undefined || type === undefined) return undefined;
  if (type === 'null') return nothing;
  const isNullable = nodes.some((node) => node.isNullable);
  return nodes.reduceRight((rest, value) => ({ json: choice(value, rest), type, isNullable }));
}
