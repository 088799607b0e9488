// Text as PostgreSQL sees it under C.UTF-8: characters are code points, their order is that of their numbers, and case is
// changed one character for one (Unicode's simple mapping), where JavaScript may change one into several.

/** In characters: what would make a longer text gives null, so that no few operators fill the memory. */
export const textLimit = 1_000_000;

/** By code point: UTF-16 puts U+10000 and above before U+E000. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1;
  }
  return left.length - right.length;
}

/** JavaScript alone looks at the neighbours of Σ, and takes İ apart. */
export function lower(text: string): string {
  return /[İΣ]/.test(text) ? mapCharacters(text, lowerCharacter) : text.toLowerCase();
}

/** The characters that JavaScript turns into several (ß, ŉ, ligatures, ᾳ) are all above U+007F. */
export function upper(text: string): string {
  return /^[\0-\x7f]*$/.test(text) ? text.toUpperCase() : mapCharacters(text, upperCharacter);
}

export function characters(text: string): readonly string[] {
  return Array.from(text);
}

/** The characters that String.prototype.trim takes away, for SQL's btrim. */
export const whiteSpace =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** PostgreSQL stores neither a zero byte nor half a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function mapCharacters(text: string, change: (character: string) => string): string {
  return Array.from(text, change).join('');
}

function lowerCharacter(character: string): string {
  return character === 'İ' ? 'i' : character.toLowerCase();
}

function upperCharacter(character: string): string {
  const full = character.toUpperCase();
  return Array.from(full).length === 1 ? full : (iotaCapitals.get(character) ?? character);
}

/** Greek vowels with iota subscript have a capital of one character, which JavaScript passes over. Source: UnicodeData.txt. */
const iotaCapitals: ReadonlyMap<string, string> = new Map(
  [
    ...[0x1f80, 0x1f90, 0x1fa0].flatMap((row) =>
      Array.from({ length: 8 }, (_, n): [number, number] => [row + n, row + n + 8]),
    ),
    ...[0x1fb3, 0x1fc3, 0x1ff3].map((small): [number, number] => [small, small + 9]),
  ].map(([small, capital]) => [String.fromCodePoint(small), String.fromCodePoint(capital)]),
);

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
