// Sample data: every value belongs to a field that takes it; "@…" names another sample record.
import { suggest } from '@trellis/expressions/suggest';
import { isObject, pointer } from '../json.ts';
import type { SampleData } from '../kinds.ts';
import type { Member } from '../members.ts';
import { inspectValue } from './field.ts';
import { report, type Inspection } from './inspection.ts';
import { note, referToItem, referToItems, referToMember } from './refer.ts';

type SampleRecord = SampleData['records'][number];

export function inspectSampleData(inspection: Inspection, data: SampleData): void {
  if (!referToItem(inspection, '/entity', 'entity', data.entity)) return;
  for (const [index, record] of data.records.entries())
    inspectRecord(inspection, pointer('/records', index), data.entity, record);
}

function inspectRecord(inspection: Inspection, path: string, entity: string, record: SampleRecord): void {
  const own = entity === 'user' ? ofUsers : ofEveryRecord;
  for (const [name, value] of Object.entries(record)) {
    const at = pointer(path, name);
    const inspectOwn = own.get(name);
    const member = inspectOwn ? undefined : referToMember(inspection, at, entity, name);
    inspectOwn?.(inspection, at, value);
    if (member) inspectFieldValue(inspection, at, member, value);
  }
}

type InspectOwn = (inspection: Inspection, path: string, value: unknown) => void;

/** What a sample record may say beside its fields. */
const ofEveryRecord: ReadonlyMap<string, InspectOwn> = new Map<string, InspectOwn>([
  ['$id', () => undefined],
  ['$owner', (inspection, path, value) => referToRecord(inspection, path, value, ['user'])],
  ['$team', (inspection, path, value) => referToRecord(inspection, path, value, ['team'])],
]);
const ofUsers: ReadonlyMap<string, InspectOwn> = new Map<string, InspectOwn>([
  ...ofEveryRecord,
  [
    'roles',
    (inspection, path, value) => referToItems(inspection, path, 'role', Array.isArray(value) ? value.map(String) : []),
  ],
  ['team', (inspection, path, value) => referToRecord(inspection, path, value, ['team'])],
]);

function inspectFieldValue(
  inspection: Inspection,
  path: string,
  { field, relation, valueType }: Member,
  value: unknown,
): void {
  const isRelative = isObject(value) && Object.hasOwn(value, '$days') && ['date', 'datetime'].includes(valueType);
  if (value === null || isRelative) return;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const [index, each] of list.entries()) {
    const at = Array.isArray(value) ? pointer(path, index) : path;
    if (relation?.kind === 'children') {
      if (isObject(each)) inspectRecord(inspection, at, relation.entity, each);
    } else if (relation && typeof each === 'string') {
      referToRecord(inspection, at, each, relation.kind === 'any' ? relation.entities : [relation.entity]);
    }
  }
  if (!relation) inspectValue(inspection, path, field, value);
}

/** `@id` of a sample record of one of these entities. */
function referToRecord(inspection: Inspection, path: string, value: unknown, entities: readonly string[]): void {
  const id = String(value).replace(/^@/, '');
  const found = inspection.sampleRecords.get(id);
  if (!found) {
    report(inspection, path, 'unknown_record', { id }, suggest(id, inspection.sampleRecords.keys()));
    return;
  }
  note(inspection, path, 'sample_data', found.item, id);
  if (!entities.includes(found.entity)) {
    report(inspection, path, 'record_of_other_entity', { id, entity: found.entity });
  }
}
