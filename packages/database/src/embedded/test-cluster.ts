// For tests: a cluster of their own for each, and one question to it. Making one takes most of a second, so they work on copies.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startEmbedded } from './start.ts';

/** @returns the folder of the test that is running. */
export function clusterOfEachTest(): () => string {
  let made = '';
  let folder = '';
  beforeAll(async () => {
    made = mkdtempSync(join(tmpdir(), 'trellis made '));
    await (await startEmbedded({ home: made })).stop();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trellis database '));
    cpSync(made, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  afterAll(() => rmSync(made, { recursive: true, force: true }));
  return () => folder;
}

export async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  // A server that is killed under it says so once more as an event.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
