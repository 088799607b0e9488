// In which encoding a file of text is written. A byte order mark says it; bytes that are valid UTF-8 from end to end are UTF-8;
// what is left is judged by its bytes. Nothing is guessed from a first piece that the rest of the file would contradict.
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** Names as people choose them; iconv-lite knows them all. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'windows-1252',
  'big5',
  'shift_jis',
  'euc-kr',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
] as const;
export type Encoding = (typeof encodings)[number];

const sampleBytes = 256 * 1024;

export async function findEncoding(path: string): Promise<Encoding> {
  let sample = Buffer.alloc(0);
  let valid = true;
  let open: Buffer = Buffer.alloc(0);
  for await (const bytes of chunksOf(path)) {
    if (sample.length < sampleBytes) {
      sample = Buffer.concat([sample, bytes.subarray(0, sampleBytes - sample.length)]);
      const marked = markedEncoding(sample);
      if (marked) return marked;
    }
    if (!valid) {
      if (sample.length >= sampleBytes) break;
      continue;
    }
    const joined = open.length ? Buffer.concat([open, bytes]) : bytes;
    const cut = lastWholeCharacter(joined);
    valid = isUtf8(joined.subarray(0, cut));
    open = joined.subarray(cut);
  }
  if (valid && open.length === 0 && !sample.includes(0)) return 'utf-8';
  for (const likely of likelyEncodings(sample)) if (await decodesWhole(path, likely)) return likely;
  return 'windows-1252';
}

/** The text of a file piece by piece, without its byte order mark. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for await (const bytes of chunksOf(path)) yield decoder.write(bytes);
  yield decoder.end() ?? '';
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) yield chunk as Buffer;
}

function markedEncoding(start: Buffer): Encoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return null;
}

/** Where the last character begins that may go on in the next piece, at most three bytes before the end. */
function lastWholeCharacter(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (length) return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function likelyEncodings(sample: Buffer): Encoding[] {
  const sixteenBits = unmarkedSixteenBits(sample);
  if (sixteenBits) return [sixteenBits];
  const [statistics] = analyse(sample);
  const certain = statistics && statistics.confidence >= 90 ? multiByte[statistics.name] : undefined;
  return [...(certain ? [certain] : []), ...(looksChinese(sample) ? (['gb18030'] as const) : [])];
}

const multiByte: Readonly<Record<string, Encoding>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-KR': 'euc-kr',
};

/** Delimiters and line breaks are ASCII: in sixteen bits, each has a zero beside it, always on the same side. */
function unmarkedSixteenBits(sample: Buffer): Encoding | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at++)
    if (sample[at] === 0) {
      if (at % 2) odd++;
      else even++;
    }
  if (odd + even < sample.length / 20) return null;
  return odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : null;
}

/**
 * Latin text with accents is mostly valid GB18030 too. But an accent stands before a letter below 0x80 there, where the
 * second byte of a usual Chinese character is above 0xA0. Texts too short for statistics are told apart by that.
 */
function looksChinese(sample: Buffer): boolean {
  let usual = 0;
  let unusual = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0;
    if (byte < 0x80) continue;
    const next = sample[++at] ?? 0;
    if (byte >= 0xa1 && byte <= 0xf7 && next >= 0xa1) usual++;
    else unusual++;
  }
  return usual > unusual * 3;
}

async function decodesWhole(path: string, encoding: Encoding): Promise<boolean> {
  for await (const text of textOf(path, encoding)) if (text.includes('\uFFFD')) return false;
  return true;
}
