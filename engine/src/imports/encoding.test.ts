import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findEncoding, textOf } from './encoding.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'trellis-encoding-'))));
afterAll(() => rm(folder, { recursive: true }));

const chinese = '客户名称,城市\n华为技术有限公司,深圳\n北京科技,北京\n';

test.each([
  ['UTF-8', 'utf-8', 'utf-8', chinese, false],
  ['UTF-8 with a mark', 'utf-8', 'utf-8', chinese, true],
  ['plain ASCII', 'utf-8', 'utf-8', 'a,b\n1,2\n', false],
  ['UTF-16 LE with a mark', 'utf-16le', 'utf-16le', chinese, true],
  ['UTF-16 BE with a mark', 'utf-16be', 'utf-16be', chinese, true],
  ['UTF-16 LE without a mark', 'utf-16le', 'utf-16le', chinese, false],
  ['GB18030', 'gb18030', 'gb18030', chinese, false],
  ['a few characters of GB18030', 'gb18030', 'gb18030', 'name,city\nAcme,北京\n', false],
  ['Windows-1252', 'windows-1252', 'windows-1252', 'name,city\nMüller,Köln\nÑandú,São Paulo\n', false],
  ['Windows-1252 with its own signs', 'windows-1252', 'windows-1252', 'a,b\n“quoted” – dash…,€5\n', false],
  ['Big5', 'big5', 'big5', '名稱,電話\n張三,123\n台灣積體電路,456\n', false],
])('%s is found out, and read without loss', async (_name, written, found, text, addBOM) => {
  const path = join(folder, 'file.csv');
  await writeFile(path, iconv.encode(text, written, { addBOM }));
  expect(await findEncoding(path)).toBe(found);
  expect(await whole(path, found)).toBe(text);
});

test('what looks like UTF-8 for a megabyte and is not at its end is not UTF-8', async () => {
  const path = join(folder, 'late.csv');
  await writeFile(
    path,
    Buffer.concat([Buffer.from('Zoë,Köln\n'.repeat(100_000)), iconv.encode('Müller,x\n', 'windows-1252')]),
  );
  expect(await findEncoding(path)).not.toBe('utf-8');
});

test('a character that two pieces of the file share is whole', async () => {
  const path = join(folder, 'long.csv');
  const text = `x${'华'.repeat(100_000)}😀`;
  await writeFile(path, text);
  expect(await findEncoding(path)).toBe('utf-8');
  expect(await whole(path, 'utf-8')).toBe(text);
});

async function whole(path: string, encoding: string): Promise<string> {
  let text = '';
  for await (const piece of textOf(path, encoding as Parameters<typeof textOf>[1])) text += piece;
  return text;
}
