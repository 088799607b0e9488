// A workspace with the four Maven files in it.
import { readFileSync } from 'node:fs';
import { importWorkspace, type ImportWorkspace } from './import-workspace.ts';

const files = [
  ['agent', 'sales_teams'],
  ['product', 'products'],
  ['account', 'accounts'],
  ['opportunity', 'sales_pipeline'],
] as const;

export async function importMaven(folder: string): Promise<ImportWorkspace> {
  const importing = await importWorkspace({ template: 'maven', currency: 'USD' });
  for (const [entity, file] of files) {
    const options = entity === 'opportunity' ? { values: { product: { GTXPro: 'GTX Pro' } } } : {};
    const text = readFileSync(`${folder}/${file}.csv`, 'utf8');
    const { report } = await importing.run(importing.ws.admin, entity, text, options);
    if (report.refused > 0) throw new Error(`${file}.csv: ${report.refused} rows were refused`);
  }
  return importing;
}
