// Databases that hold a workspace already. A template's is prepared once in the run and cloned, the platform's tables likewise.
import { metadata } from '@trellis/metadata/builders';
import type { Layer } from '@trellis/metadata/compose';
import { createWorkspace } from '@trellis/engine/create-workspace';
import { openDatabase } from '@trellis/engine/database';
import { startEngine } from '@trellis/engine/engine';
import { migrate } from '@trellis/engine/migrate';
import { loadSampleData } from '@trellis/engine/sample-data';
import { loadTemplate } from '@trellis/engine/templates';
import { databaseFrom, type TestDatabase } from './database.ts';
import { memoryLog } from './memory-log.ts';
import { clockOf, engineSettings, fixtures } from './engine-settings.ts';
import type { WorkspaceOptions } from './workspace-options.ts';

export const workspaceName = 'main';
export const administrator = { name: 'Ada', email: 'ada@example.com', password: 'correct horse' } as const;

export async function workspaceDatabase(options: WorkspaceOptions): Promise<TestDatabase> {
  const { template, sampleData = false, language, timeZone, currency, now } = options;
  if (template !== undefined)
    return databaseFrom(
      `workspace ${JSON.stringify({ template, sampleData, language, timeZone, currency, now })}`,
      async (url) => {
        await migrate(url);
        await create(url, options);
      },
    );
  const database = await databaseFrom('platform', migrate);
  await create(database.url, options);
  return database;
}

async function create(url: string, options: WorkspaceOptions): Promise<void> {
  const language = options.language ?? 'en';
  const settings = {
    language,
    currency: options.currency ?? 'CNY',
    country: 'CN',
    timeZone: options.timeZone ?? 'Asia/Shanghai',
  };
  const layers = await layersOf(options, language);
  const workspace = { name: workspaceName, settings, layers, administrator };
  const database = openDatabase(url, 1);
  const created = await createWorkspace(database, workspace).finally(() => database.close());
  if (!options.sampleData) return;
  const engine = await startEngine({
    databaseUrl: url,
    poolSize: 2,
    log: memoryLog().log,
    settings: engineSettings,
    ...clockOf(options),
  });
  await loadSampleData(engine, created).finally(() => engine.close());
}

async function layersOf({ template, items = [] }: WorkspaceOptions, language: string): Promise<readonly Layer[]> {
  const own: Layer = { name: 'test', items: [...items] };
  if (template === undefined) {
    // Says in words what is wrong with a test's metadata.
    metadata(...items);
    return [own];
  }
  const { layers } = await loadTemplate(fixtures, template, language);
  return items.length ? [...layers, own] : layers;
}
