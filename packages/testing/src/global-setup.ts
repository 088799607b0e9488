// Vitest's global set-up: one PostgreSQL for the whole run, without any care for the disk, gone at the end of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@trellis/database/embedded';
import type { TestProject } from 'vitest/node';

const throwaway = {
  fsync: false,
  synchronous_commit: false,
  full_page_writes: false,
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_connections: 200,
  shared_buffers: '128MB',
  autovacuum: false,
};

export default async function startServer({ provide }: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-test-'));
  const { url, stop } = await startEmbedded({ home, settings: throwaway });
  provide('serverUrl', url);
  return async () => {
    await stop();
    rmSync(home, { recursive: true, force: true });
  };
}
