// cat substr in.
import { allOf, asNumber, asText, certain, type Call, type Node, type Translations } from './node.ts';

export const text: Translations = {
  cat: ({ operands, inStrict }) => {
    const nodes = allOf(operands.map((operand) => inStrict(operand)));
    const texts = nodes && allOf(nodes.map((node) => asText(node)));
    if (texts === undefined) return undefined;
    return certain(texts.length === 0 ? '' : { cat: texts.map(({ json }) => json) }, 'text');
  },
  substr: ({ operands: [whole, ...bounds], inStrict }) => {
    const value = inStrict(whole ?? null);
    const source = value && asText(value);
    const numbers = allOf(bounds.map((bound) => wholeNumber(bound)));
    if (source === undefined || numbers === undefined || numbers.length === 0) return undefined;
    return certain({ substr: [source.json, ...numbers] }, 'text');
  },
  in: among,
};

function wholeNumber(bound: unknown): number | undefined {
  return typeof bound === 'number' && Number.isSafeInteger(bound) ? bound : undefined;
}

/** In a text everything is sought as text; in a list what is of the type of its members. */
function among({ operands: [sought, list], inStrict }: Call): Node | undefined {
  const [value, whole] = [inStrict(sought ?? null), inStrict(list ?? null)];
  if (value === undefined || whole === undefined) return undefined;
  if (whole.type === 'text') {
    const wanted = asText(value);
    return wanted && certain({ in: [wanted.json, whole.json] }, 'boolean');
  }
  const isMember = whole.type === `${value.type}[]` && (value.type === 'text' || value.type === 'number');
  const needle = value.isConstant && value.type === 'number' ? asNumber(value) : value;
  return isMember && needle ? certain({ in: [needle.json, whole.json] }, 'boolean') : undefined;
}
