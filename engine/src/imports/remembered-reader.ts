// Cells repeat: a column of stages or dates has few texts. What was read once is looked up, where a column shows that it pays.
import type { Normalized } from '@trellis/field-types/contract';

export type CellReader = (text: string) => Normalized<unknown>;

const mostTexts = 2000;
const trial = 1000;

export function rememberedReader(read: CellReader): CellReader {
  const known = new Map<string, Normalized<unknown>>();
  let asked = 0;
  let found = 0;
  return (text) => {
    // Long texts hardly repeat; a column of which less than a tenth repeated in the trial is read as it comes.
    if (text.length > 100 || (asked >= trial && found * 10 < asked)) return read(text);
    asked++;
    const remembered = known.get(text);
    if (remembered) {
      found++;
      return remembered;
    }
    if (known.size >= mostTexts) known.clear();
    const own = detached(text);
    const result = read(own);
    known.set(own, result);
    return result;
  };
}

/** A cell is a window onto the piece of file that it was read from; a copy lets that go. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
