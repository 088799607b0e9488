// Which columns a file gets: those of the list, in its order, or every field of the record.
import { offeredColumns } from '../list/columns.ts';
import type { Model } from '../model.ts';

export type ExportedColumns = 'list' | 'all';

export function exportedPaths(
  model: Model,
  entity: string,
  shown: readonly { readonly path: string }[],
): { readonly [Each in ExportedColumns]: readonly string[] } {
  return {
    // The list says the currency with the amount; a file says it beside.
    list: distinct(shown.flatMap(({ path }) => [path, ...currencyOf(model, entity, path)])),
    all: distinct(offeredColumns(model, entity).map(({ path }) => path)),
  };
}

function currencyOf(model: Model, entity: string, path: string): readonly string[] {
  const currency = `${path}_currency`;
  return model.field(entity, currency) ? [currency] : [];
}

function distinct(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)];
}
