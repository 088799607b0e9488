// + - * / % min max on what counts as a number.
import { allOf, asNumber, certain, type Call, type Node, type Translations } from './node.ts';

export const arithmetic: Translations = {
  '+': (call) => folded('+', call, 0),
  '*': (call) => folded('*', call, 1),
  '-': (call) => folded('-', call),
  '/': (call) => {
    const numbers = numbersOf(call);
    if (numbers === undefined || numbers.length === 0) return undefined;
    const operands = numbers.map(({ json }) => json);
    return certain({ '/': operands.length === 1 ? [1, ...operands] : operands }, 'number');
  },
  '%': (call) => (call.operands.length < 2 ? undefined : folded('%', call)),
  min: (call) => folded('min', call),
  max: (call) => folded('max', call),
};

function folded(operator: string, call: Call, ofNone?: number): Node | undefined {
  const numbers = numbersOf(call);
  if (numbers === undefined) return undefined;
  if (numbers.length === 0) return ofNone === undefined ? undefined : certain(ofNone, 'number');
  return certain({ [operator]: numbers.map(({ json }) => json) }, 'number');
}

function numbersOf({ operands, inStrict }: Call): readonly Node[] | undefined {
  return allOf(
    operands.map((operand) => {
      const node = inStrict(operand);
      return node && asNumber(node);
    }),
  );
}
