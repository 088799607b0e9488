// Lays a formula out in lines: on one line what fits, and of what does not, each part on a line of its own.

export type Layout =
  | string
  /** A function or a list: parts between marks, with commas. */
  | { readonly kind: 'enclosed'; readonly open: string; readonly items: readonly Layout[]; readonly close: string }
  /** The signs stand between the operands. */
  | { readonly kind: 'row'; readonly sign: string; readonly operands: readonly Layout[] }
  | { readonly kind: 'prefixed'; readonly prefix: string; readonly operand: Layout };

export function layOut(layout: Layout, width: number): string {
  const lengths = new Map<Layout, number>();
  return lay(layout, { indent: 0, column: 0, behind: 0, width, lengths });
}

const step = 2;

interface Place {
  /** Of the line. */
  readonly indent: number;
  /** How far the line is written already. */
  readonly column: number;
  /** How much has to follow on the same line. */
  readonly behind: number;
  readonly width: number;
  readonly lengths: Map<Layout, number>;
}

function lay(layout: Layout, place: Place): string {
  if (typeof layout === 'string') return layout;
  if (place.column + lengthOf(layout, place.lengths) + place.behind <= place.width) return onOneLine(layout);
  const { indent } = place;
  switch (layout.kind) {
    case 'prefixed': {
      const { prefix, operand } = layout;
      return prefix + lay(operand, { ...place, column: place.column + prefix.length });
    }
    case 'row': {
      const [first = '', ...others] = layout.operands;
      const inner = { ...place, indent: indent + step };
      const lines = others.map(
        (operand) => `${layout.sign} ${lay(operand, { ...inner, column: indent + step + layout.sign.length + 1 })}`,
      );
      return [lay(first, place), ...lines].join(line(indent + step));
    }
    case 'enclosed': {
      if (layout.items.length === 0) return layout.open + layout.close;
      const inner = { ...place, indent: indent + step, column: indent + step, behind: 1 };
      const items = layout.items.map((item) => lay(item, inner)).join(`,${line(indent + step)}`);
      return `${layout.open}${line(indent + step)}${items}${line(indent)}${layout.close}`;
    }
  }
}

function line(indent: number): string {
  return `\n${' '.repeat(indent)}`;
}

function onOneLine(layout: Layout): string {
  if (typeof layout === 'string') return layout;
  switch (layout.kind) {
    case 'prefixed':
      return layout.prefix + onOneLine(layout.operand);
    case 'row':
      return layout.operands.map(onOneLine).join(` ${layout.sign} `);
    case 'enclosed':
      return layout.open + layout.items.map(onOneLine).join(', ') + layout.close;
  }
}

function lengthOf(layout: Layout, lengths: Map<Layout, number>): number {
  if (typeof layout === 'string') return layout.length;
  const known = lengths.get(layout);
  if (known !== undefined) return known;
  const length = measured(layout, lengths);
  lengths.set(layout, length);
  return length;
}

function measured(layout: Exclude<Layout, string>, lengths: Map<Layout, number>): number {
  const sum = (parts: readonly Layout[], between: number) =>
    parts.reduce((total, part) => total + lengthOf(part, lengths), Math.max(0, parts.length - 1) * between);
  switch (layout.kind) {
    case 'prefixed':
      return layout.prefix.length + lengthOf(layout.operand, lengths);
    case 'row':
      return sum(layout.operands, layout.sign.length + 2);
    case 'enclosed':
      return layout.open.length + sum(layout.items, 2) + layout.close.length;
  }
}
