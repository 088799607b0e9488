// Names that no item and no field may have, though they look like names.
import { problem, type Problem } from '../problems/problem.ts';
import { systemFieldNames } from '../system-fields.ts';
import { report, type Inspection } from './inspection.ts';

/** Members that every JavaScript object seems to have. Words of SQL are fine: they are always quoted. */
const unsafe: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** PostgreSQL's own columns, which a table cannot have twice. */
const postgresColumns: readonly string[] = ['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid'];

const reservedFields: ReadonlySet<string> = new Set([...systemFieldNames, ...postgresColumns]);

/** `all` stands for every entity in permissions; the others are addresses of the product itself. */
const reservedEntities: ReadonlySet<string> = new Set([
  'all',
  'api',
  'assets',
  'designer',
  'login',
  'settings',
  'setup',
  'trash',
]);

export function inspectFieldName(inspection: Inspection, path: string, name: string): void {
  if (unsafe.has(name)) report(inspection, path, 'unsafe_name', { name });
  else if (reservedFields.has(name)) report(inspection, path, 'reserved_name', { name });
}

/** The name of an item, wherever it stands. */
export function itemNameProblem(path: string, kind: string, name: string): Problem | undefined {
  if (unsafe.has(name)) return problem(path, 'unsafe_name', { name });
  if (kind === 'entity' && reservedEntities.has(name)) return problem(path, 'reserved_name', { name });
  return undefined;
}
