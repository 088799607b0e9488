import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { superviseEmbedded } from './supervise.ts';
import { ask, clusterOfEachTest } from './test-cluster.ts';

const folder = clusterOfEachTest();

test('a server that ends by itself is started again, at the same address and with all that was written', async () => {
  const restarted = vi.fn();
  const { url, ended, stop } = await superviseEmbedded({ home: folder() }, restarted);
  await ask(url, "create table book as select '红楼梦' as title");
  kill();
  await vi.waitFor(() => expect(restarted).toHaveBeenCalledTimes(1), { timeout: 20_000 });
  expect(await ask(url, 'select title from book')).toEqual([{ title: '红楼梦' }]);
  await stop();
  expect(await ended).toBeNull();
});

test('a server that keeps ending is given up, naming its log', async () => {
  const restarted = vi.fn();
  const { ended } = await superviseEmbedded({ home: folder() }, restarted);
  for (let time = 0; time < 3; time++) {
    await vi.waitFor(() => expect(restarted).toHaveBeenCalledTimes(time), { timeout: 20_000 });
    kill();
  }
  expect(await ended).toMatchObject({
    fault: { code: 'server_unstable', log: expect.stringContaining('server.log') },
  });
});

test('a server that cannot be started again is given up, with the reason', async () => {
  const { ended } = await superviseEmbedded({ home: folder() }, vi.fn());
  writeFileSync(join(folder(), 'database', 'data', 'PG_VERSION'), '17\n');
  kill();
  expect(await ended).toMatchObject({ fault: { code: 'cluster_version', found: '17' } });
});

test('a stop while it is being started again leaves nothing running', async () => {
  const { url, ended, stop } = await superviseEmbedded({ home: folder() }, vi.fn());
  kill();
  await sleep(20);
  await stop();
  expect(await ended).toBeNull();
  await expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

/** As the system does that runs out of memory. */
function kill(): void {
  const [pid] = readFileSync(join(folder(), 'database', 'data', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}
