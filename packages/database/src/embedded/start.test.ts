import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkExternal } from '../external/check.ts';
import { startEmbedded } from './start.ts';
import { ask, clusterOfEachTest } from './test-cluster.ts';

const folder = clusterOfEachTest();

test('what was written is there after a stop and a second start, on the same port', async () => {
  const first = await startEmbedded({ home: folder() });
  await ask(first.url, "create table book as select '红楼梦' as title");
  await first.stop();
  const second = await startEmbedded({ home: folder() });
  expect(await ask(second.url, 'select title from book')).toEqual([{ title: '红楼梦' }]);
  expect(second.url).toBe(first.url);
  await second.stop();
});

test('the database carries all that an external one must', async () => {
  const { url, stop } = await startEmbedded({ home: folder() });
  expect(await checkExternal(url)).toEqual([]);
  const sorted = await ask(
    url,
    `select string_agg(c, '' order by c collate "zh-Hans-CN-x-icu") from unnest('{张,李,王}'::text[]) c`,
  );
  expect(sorted).toEqual([{ string_agg: '李王张' }]);
  await stop();
});

test('after kill -9 of the process that started it, the next start is quick and has every acknowledged row', async () => {
  const { child, line } = await startElsewhere();
  const { url, pid } = JSON.parse(line);
  await ask(url, 'create table book as select generate_series(1, 1000) as number');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const began = Date.now();
  const again = await startEmbedded({ home: folder() });
  expect(Date.now() - began).toBeLessThan(8_000);
  expect(again.pid).not.toBe(pid);
  expect(await ask(again.url, 'select count(*)::int from book')).toEqual([{ count: 1000 }]);
  await again.stop();
});

test('after kill -9 of everything, the next start recovers', async () => {
  const { child, line } = await startElsewhere();
  const { url, pid } = JSON.parse(line);
  await ask(url, 'create table book as select generate_series(1, 1000) as number');
  child.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  const again = await startEmbedded({ home: folder() });
  expect(await ask(again.url, 'select count(*)::int from book')).toEqual([{ count: 1000 }]);
  await again.stop();
});

test('a postmaster.pid that names a stranger does not keep the server from starting', async () => {
  const first = await startEmbedded({ home: folder() });
  const file = join(folder(), 'database', 'data', 'postmaster.pid');
  const left = readFileSync(file, 'utf8').replace(String(first.pid), String(process.ppid));
  await first.stop();
  writeFileSync(file, left);
  await (await startEmbedded({ home: folder() })).stop();
});

test('a home that is being served is refused, naming the process', async () => {
  const { stop } = await startEmbedded({ home: folder() });
  await expect(startEmbedded({ home: folder() })).rejects.toThrow(`Process ${process.pid} is already serving`);
  await stop();
});

test('a wanted port that is taken is refused, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(startEmbedded({ home: folder(), port })).rejects.toMatchObject({ fault: { code: 'port_in_use', port } });
  other.close();
  await (await startEmbedded({ home: folder(), port })).stop();
});

test('a path longer than a socket may have is no obstacle', async () => {
  const home = join(folder(), 'a long name '.repeat(10), 'another long name '.repeat(10));
  const { url, stop } = await startEmbedded({ home });
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await stop();
});

test('home and password are closed to other users', async () => {
  const home = join(folder(), 'home');
  await (await startEmbedded({ home })).stop();
  expect(statSync(home).mode & 0o777).toBe(0o700);
  expect(statSync(join(home, 'database', 'password')).mode & 0o777).toBe(0o600);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is refused by name', async () => {
  chmodSync(folder(), 0o500);
  await expect(startEmbedded({ home: join(folder(), 'home') })).rejects.toMatchObject({
    fault: { code: 'disk_rights' },
  });
  chmodSync(folder(), 0o700);
});

test('a home below a file is refused by name', async () => {
  const file = join(folder(), 'a file');
  writeFileSync(file, '');
  await expect(startEmbedded({ home: join(file, 'home') })).rejects.toMatchObject({
    fault: { code: 'folder_expected', path: join(file, 'home', 'database') },
  });
});

test('data of another release of PostgreSQL is left untouched', async () => {
  const version = join(folder(), 'database', 'data', 'PG_VERSION');
  writeFileSync(version, '17\n');
  await expect(startEmbedded({ home: folder() })).rejects.toMatchObject({
    fault: { code: 'cluster_version', found: '17', expected: '18' },
  });
  expect(readFileSync(version, 'utf8')).toBe('17\n');
});

test('a first start that was killed half way is begun anew', async () => {
  rmSync(join(folder(), 'database', 'data'), { recursive: true });
  writeFileSync(join(folder(), 'database', 'data.new'), 'half a cluster');
  await (await startEmbedded({ home: folder() })).stop();
  expect(existsSync(join(folder(), 'database', 'data.new'))).toBe(false);
});

/** A process of its own that starts the database, prints it as a line of JSON, and waits to be killed. */
async function startElsewhere(): Promise<{ child: ReturnType<typeof spawn>; line: string }> {
  const module = JSON.stringify(join(import.meta.dirname, 'start.ts'));
  const script = `
    const { startEmbedded } = await import(${module});
    const { url, pid } = await startEmbedded({ home: process.argv[1] });
    console.log(JSON.stringify({ url, pid }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, folder()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [chunk] = await once(child.stdout, 'data');
  return { child, line: String(chunk) };
}
