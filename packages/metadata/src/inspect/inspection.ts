// The state of looking into one item: what it refers to and what is wrong with it are found in the same walk, so that the index
// of references and the validator can never disagree about what a reference is.
import { fileOf, type Kind } from '../kinds.ts';
import { itemsOf, type Metadata } from '../metadata.ts';
import { problem, type ParamsOf, type Problem } from '../problems/problem.ts';
import type { MetadataProblemCode } from '../problems/texts.ts';

export interface Reference {
  /** `path` is a JSON Pointer into the item to the very text that names `to`. */
  readonly from: { readonly kind: Kind; readonly name: string; readonly path: string };
  /** `member` is a field of the entity `name`, a value of the option set, or the `$id` of a sample record. */
  readonly to: { readonly kind: Kind; readonly name: string; readonly member?: string };
}

/** All items, and what is known to be there though its JSON is not sound enough to be looked into. */
export interface Surroundings {
  readonly metadata: Metadata;
  /** Whether there is an item of this kind and name of which nothing more can be said. */
  isOpaque(kind: Kind, name: string): boolean;
  /** Names of the item's fields, rules … of which nothing more can be said. */
  brokenMembers(kind: Kind, name: string): ReadonlySet<string>;
  /** Every sample record by its `$id`. */
  readonly sampleRecords: ReadonlyMap<string, SampleRecord>;
  /** It is in use. Constants that are none of a field's options were accepted once, and must not keep it from being loaded. */
  readonly isPublished?: boolean;
}

export interface SampleRecord {
  readonly entity: string;
  /** The name of the sample data that it stands in. */
  readonly item: string;
}

export interface Inspection extends Surroundings {
  readonly kind: Kind;
  readonly name: string;
  readonly problems: Problem[];
  readonly references: Reference[];
  /** What can be asked only once nothing is wrong with anything; absent: it is not wanted. */
  readonly postponed?: (() => void)[];
}

type Broken = ReadonlyMap<string, ReadonlySet<string>>;

/** `broken`: names of broken members by `<kind>/<name>`; absent: every item is sound. */
export function surroundingsOf(metadata: Metadata, broken: Broken = new Map()): Surroundings {
  return {
    metadata,
    isOpaque: (kind, name) => !itemsOf(metadata, kind).has(name) && broken.has(`${kind}/${name}`),
    brokenMembers: (kind, name) => broken.get(`${kind}/${name}`) ?? new Set(),
    sampleRecords: sampleRecords(metadata),
  };
}

/** `path` is a JSON Pointer into the item. */
export function report<Code extends MetadataProblemCode>(
  inspection: Inspection,
  path: string,
  code: Code,
  params: ParamsOf<Code>,
  suggestion?: string,
): void {
  inspection.problems.push(problem(filePath(inspection, path), code, params, suggestion));
}

export function filePath({ kind, name }: Inspection, path: string): string {
  return `${fileOf(kind, name)}#${path}`;
}

function sampleRecords(metadata: Metadata): ReadonlyMap<string, SampleRecord> {
  const records = new Map<string, SampleRecord>();
  for (const [item, { entity, records: list }] of metadata.sample_data) {
    for (const { $id } of list) if (typeof $id === 'string') records.set($id, { entity, item });
  }
  return records;
}
