// Where the reading of a pattern stands. The first fault ends it: what is left is passed over.
import type { PatternReason } from './reasons.ts';

export interface Reader {
  readonly characters: readonly string[];
  at: number;
  fault?: { readonly reason: PatternReason; readonly position: number };
}

export function peek(reader: Reader, ahead = 0): string | undefined {
  return reader.characters[reader.at + ahead];
}

export function take(reader: Reader): string | undefined {
  const character = peek(reader);
  reader.at += 1;
  return character;
}

/** Whether this came next, which is then passed. */
export function accept(reader: Reader, text: string): boolean {
  const comes = Array.from(text).every((character, index) => peek(reader, index) === character);
  if (comes) reader.at += text.length;
  return comes;
}

export function refuse(reader: Reader, reason: PatternReason, at: number): void {
  reader.fault ??= { reason, position: at + 1 };
  reader.at = reader.characters.length;
}
