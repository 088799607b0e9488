import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { harmless, openErrorFile } from './error-file.ts';
import type { ReadRow } from './read-cells.ts';

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\rx', ' ＝1', "=HYPERLINK('x')", "'=x"])(
  '%j cannot act as a formula',
  (cell) => {
    expect(harmless(cell)).toBe(`'${cell}`);
  },
);

test.each(['-5', '+86', '-1,234.50', 'a=b', ''])('%j stays as it is', (cell) => {
  expect(harmless(cell)).toBe(cell);
});

const row = (line: number, ...cells: string[]): ReadRow => ({
  line,
  cells,
  values: {},
  members: {},
  lookups: [],
  faults: [{ row: line, field: 'b', code: 'x', message: 'No.', value: '' }],
});

test('what stands behind committed work is written again, not twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trellis-errors-'));
  const path = join(folder, 'errors.csv');
  const about = { headers: ['a', 'b'], delimiter: ',' } as const;
  const first = await openErrorFile(path, { ...about, size: 0 });
  const committed = await first.append([row(2, '1', '2')]);
  await first.append([row(3, 'lost', 'x')]);
  const again = await openErrorFile(path, { ...about, size: committed });
  await again.append([row(3, 'a,"b"', 'c')]);
  expect(await readFile(path, 'utf8')).toBe('\uFEFFa,b,error\r\n1,2,2 b: No.\r\n"a,""b""",c,3 b: No.\r\n');
  await rm(folder, { recursive: true });
});

test('a row of another width keeps its cells, so that it is refused again unless somebody mends it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trellis-errors-'));
  const path = join(folder, 'errors.csv');
  const file = await openErrorFile(path, { headers: ['a', 'b'], delimiter: ',', size: 0 });
  await file.append([row(2, 'x', 'y', 'z'), row(3, 'short')]);
  const [, ...lines] = (await readFile(path, 'utf8')).trimEnd().split('\r\n');
  expect(lines).toEqual(['x,y,z,2 b: No.', 'short,3 b: No.']);
  await rm(folder, { recursive: true });
});
