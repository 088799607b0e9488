// Regular expressions of the subset that both interpreters read alike, taken apart. Characters are code points; nothing depends
// on the language, on lines, or on what a group has caught.

/** From and to, both included. */
export type Range = readonly [number, number];

/** One character: of these, or none of these. `.` is none of nothing, so a line break too. */
export interface CharacterPattern {
  readonly kind: 'character';
  readonly ranges: readonly Range[];
  readonly negated: boolean;
}

export type Pattern =
  | CharacterPattern
  /** Where the text begins, and where it ends. */
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  /** As often as it can. */
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly least: number; readonly most: number };

export function isOneOf(code: number, { ranges, negated }: CharacterPattern): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to) !== negated;
}

export function hasAnchor(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'character':
      return false;
    case 'start':
    case 'end':
      return true;
    case 'sequence':
      return pattern.parts.some(hasAnchor);
    case 'choice':
      return pattern.options.some(hasAnchor);
    case 'repeat':
      return hasAnchor(pattern.part);
  }
}

/** How many characters it names when its counts are written out. */
export function sizeOf(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'character':
    case 'start':
    case 'end':
      return 1;
    case 'sequence':
      return pattern.parts.reduce((size, part) => size + sizeOf(part), 1);
    case 'choice':
      return pattern.options.reduce((size, option) => size + sizeOf(option), 1);
    case 'repeat':
      return sizeOf(pattern.part) * (pattern.most === Infinity ? pattern.least + 1 : Math.max(pattern.most, 1));
  }
}
