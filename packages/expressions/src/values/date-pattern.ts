// How a date is written out: YYYY MM DD HH mm ss, M and D without a leading zero, and text as it stands. Letters of ASCII have to be
// in single quotes to be text, so that nothing mistaken for a part of the date goes through in silence.

const tokens = ['YYYY', 'MM', 'DD', 'HH', 'mm', 'ss', 'M', 'D'] as const;

export type DateToken = (typeof tokens)[number];

export type DatePiece =
  { readonly kind: 'token'; readonly token: DateToken } | { readonly kind: 'text'; readonly text: string };

export type ReadDatePattern =
  | { readonly ok: true; readonly pieces: readonly DatePiece[] }
  /** What is no part of a date, nor text. */
  | { readonly ok: false; readonly value: string };

const lengthLimit = 200;

export function readDatePattern(pattern: string): ReadDatePattern {
  // PostgreSQL makes null of nothing.
  if (pattern === '') return { ok: false, value: pattern };
  if (pattern.length > lengthLimit) return { ok: false, value: `${pattern.slice(0, 20)}…` };
  const pieces: DatePiece[] = [];
  // Quoted text, in which a quote is doubled; a run of one letter; or anything that is neither.
  for (const [piece, quoted] of pattern.matchAll(/'((?:[^']|'')*)'|'.*|([A-Za-z])\2*|[^A-Za-z']+/gsu)) {
    const token = tokens.find((known) => known === piece);
    if (quoted !== undefined) pieces.push({ kind: 'text', text: quoted.replaceAll("''", "'") });
    else if (token !== undefined) pieces.push({ kind: 'token', token });
    else if (/^[A-Za-z']/.test(piece)) return { ok: false, value: piece.slice(0, 20) };
    else pieces.push({ kind: 'text', text: piece });
  }
  return { ok: true, pieces };
}

/** `wall` is YYYY-MM-DD, or with THH:MM:SS behind; a date alone is at midnight. */
export function writeDate(wall: string, pieces: readonly DatePiece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : parts[piece.token](wall))).join('');
}

const parts: { readonly [token in DateToken]: (wall: string) => string } = {
  YYYY: (wall) => wall.slice(0, 4),
  MM: (wall) => wall.slice(5, 7),
  DD: (wall) => wall.slice(8, 10),
  HH: (wall) => wall.slice(11, 13) || '00',
  mm: (wall) => wall.slice(14, 16) || '00',
  ss: (wall) => wall.slice(17, 19) || '00',
  M: (wall) => String(Number(wall.slice(5, 7))),
  D: (wall) => String(Number(wall.slice(8, 10))),
};

/** The same for PostgreSQL's to_char, where all text is in double quotes. */
export function toCharPattern(pieces: readonly DatePiece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'text' ? `"${piece.text.replace(/["\\]/g, '\\$&')}"` : names[piece.token]))
    .join('');
}

const names: { readonly [token in DateToken]: string } = {
  YYYY: 'YYYY',
  MM: 'MM',
  DD: 'DD',
  HH: 'HH24',
  mm: 'MI',
  ss: 'SS',
  M: 'FMMM',
  D: 'FMDD',
};
