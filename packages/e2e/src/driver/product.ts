// The product as it is started in earnest: the engine's own process, serving the built screens over a database of the test run.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseFrom, makeDatabase, type TestDatabase } from '@trellis/testing/database';

export const administrator = { email: 'ada@example.com', password: 'correct horse' } as const;

export interface Product {
  readonly url: string;
  stop(): Promise<void>;
}

/** Over a clone of the CRM template's workspace with its sample data, in English. */
export function startCrm(): Promise<Product> {
  return startOver(() => databaseFrom('the crm template, set up', setUpCrm));
}

/** With a home and a database of its own, set up from the template in this folder, in English. */
export function startTemplate(folder: string): Promise<Product> {
  return startOver(makeDatabase, answersFor(folder));
}

/** Still without a workspace: it asks to be set up. */
export function startEmpty(): Promise<Product> {
  return startOver(makeDatabase);
}

async function setUpCrm(databaseUrl: string): Promise<void> {
  const product = await startProcess(databaseUrl, answersFor('crm'));
  await product.stop();
}

/** What the set-up page would ask. */
function answersFor(template: string): Record<string, string> {
  return {
    TRELLIS_ADMIN_EMAIL: administrator.email,
    TRELLIS_ADMIN_PASSWORD: administrator.password,
    TRELLIS_TEMPLATE: template,
    TRELLIS_LANGUAGE: 'en',
  };
}

async function startOver(
  makeOne: () => Promise<TestDatabase>,
  settings: Record<string, string> = {},
): Promise<Product> {
  const database = await makeOne();
  const { url, stop } = await startProcess(database.url, settings);
  return { url, stop: () => stop().then(database.drop) };
}

async function startProcess(databaseUrl: string, settings: Record<string, string>): Promise<Product> {
  const home = await mkdtemp(join(tmpdir(), 'trellis-e2e-'));
  const env = { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, PORT: '0', TRELLIS_HOME: home };
  const engine = spawn(process.execPath, [main], { env: { ...env, TRELLIS_LOG_LEVEL: 'warn', ...settings } });
  const stop = async (): Promise<void> => {
    // Browsers hold connections that they no longer use, and an orderly end would wait for them.
    if (engine.exitCode === null) await Promise.all([once(engine, 'exit'), engine.kill('SIGKILL')]);
    await rm(home, { recursive: true, force: true });
  };
  return { url: await addressOf(engine), stop };
}

function addressOf(engine: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /ready: (http:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    engine.stdout?.on('data', listen);
    engine.stderr?.on('data', listen);
    engine.once('exit', () => reject(new Error(`The engine ended before it was ready:\n${said}`)));
  });
}

const main = fileURLToPath(new URL('../../../../engine/src/main.ts', import.meta.url));
