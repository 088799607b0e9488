import { expect, test } from 'vitest';
import { defaultSettings, settingArguments } from './settings.ts';

const gigabyte = 1024 ** 3;

test('shared buffers follow the memory, within bounds', () => {
  const buffers = [0.5, 4, 64].map((size) => defaultSettings(size * gigabyte)['shared_buffers']);
  expect(buffers).toEqual(['64MB', '512MB', '4096MB']);
});

test('the server listens on the loopback only and loses nothing that it acknowledged', () => {
  expect(defaultSettings(gigabyte)).toMatchObject({
    listen_addresses: '127.0.0.1',
    fsync: true,
    synchronous_commit: true,
  });
});

test('settings given win over ours', () => {
  expect(settingArguments({ jit: false, work_mem: '16MB' }, { jit: true })).toEqual([
    '-c',
    'jit=on',
    '-c',
    'work_mem=16MB',
  ]);
});
