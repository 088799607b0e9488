// A structured value as one line of text that can be read back: its plain text where that says all, else every member
// at its place between slashes, `中国 / 广东省 / 深圳市 / / 科技路1号 / 518000`.
import type { Members } from './members.ts';

export interface SlotText<Name extends string> {
  readonly names: readonly Name[];
  /** How people would write it. */
  readonly plain: string;
  /** Whether a text says all of the value. */
  readonly says: (text: string) => boolean;
}

export function writeSlots<Name extends string>(value: Members<Name>, { names, plain, says }: SlotText<Name>): string {
  const slots = names.map((name) => value[name] ?? '').join(' / ');
  return [plain, slots].find(says) ?? JSON.stringify(value);
}

/** `undefined`: the text is none that `writeSlots` made of members. */
export function readSlots(text: string, names: readonly string[]): unknown {
  if (text.startsWith('{')) return readObject(text);
  const entries = text.split('/');
  if (entries.length !== names.length) return undefined;
  return Object.fromEntries(names.map((name, place) => [name, entries[place]?.trim()]));
}

function readObject(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
