// What a file holds and how it might be imported, for people to look at before anything is written.
import { stat } from 'node:fs/promises';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import type { Judgement } from '../records/judgement.ts';
import { importedEntity, matchField } from './columns.ts';
import { lengthOf, type CsvRow } from './csv-reader.ts';
import { dataRows } from './file-rows.ts';
import { findByKey } from './find-targets.ts';
import { folded } from './headers.ts';
import { columnProfile, type ProfileResult } from './infer-type.ts';
import type { ImportOptions } from './options.ts';
import { brokenRow } from './read-cells.ts';
import { readFormat } from './read-format.ts';
import { makeRest } from './rest.ts';
import { rowMessage } from './row-codes.ts';

export interface Inspection {
  readonly encoding: string;
  readonly delimiter: string;
  readonly has_header: boolean;
  /** Exact where `complete`, else an estimate by the size of the file. */
  readonly rows: number;
  /** All of the file was read; else types and samples are of the first 50,000 rows. */
  readonly complete: boolean;
  readonly headers: readonly InspectedColumn[];
  readonly preview: readonly (readonly string[])[];
  /** Rows that cannot be read, the first ones. */
  readonly faults: readonly { readonly row: number; readonly code: string; readonly message: string }[];
  /** Proposals for the options of the same names. */
  readonly null_texts: readonly string[];
  readonly date_order: 'dmy' | 'mdy' | null;
}

interface InspectedColumn {
  readonly header: string;
  readonly type: string;
  readonly samples: readonly string[];
  /** The proposed field, or `field.member`. */
  readonly field: string | null;
  /** Of a look-up: the field of its target that most samples are found by. */
  readonly match: string | null;
  readonly null_texts: readonly string[];
}

const mostRows = 50_000;
const previewRows = 10;
const mostFaults = 20;
const shownSamples = 5;

export async function inspectFile(
  judge: Judgement,
  connection: Connection,
  path: string,
  asked: { readonly entity: string; readonly options: ImportOptions },
): Promise<Inspection> {
  const { format, hasHeader, headers, mapping } = await readFormat(judge, path, asked);
  const read = await profile(judge, path, { format, hasHeader, headers });
  const columns: InspectedColumn[] = [];
  for (const [index, header] of headers.entries()) {
    const { type, samples, nullTexts } = read.columns[index] ?? { type: 'text', samples: [], nullTexts: [] };
    const field = mapping[header] ?? null;
    const inFile = (name: string): readonly string[] =>
      read.columns[headers.findIndex((other) => mapping[other] === name)]?.samples ?? [];
    const match =
      field === null ? null : await proposeMatch(judge, connection, asked, { header, field, samples, inFile });
    columns.push({ header, type, samples: samples.slice(0, shownSamples), field, match, null_texts: nullTexts });
  }
  const orders = new Set(read.columns.flatMap(({ dateOrder }) => dateOrder ?? []));
  const [order = null] = orders;
  return {
    ...format,
    has_header: hasHeader,
    rows: read.rows,
    complete: read.complete,
    headers: columns,
    preview: read.preview,
    faults: read.faults,
    null_texts: [...new Set(read.columns.flatMap(({ nullTexts }) => nullTexts))],
    date_order: orders.size === 1 ? order : null,
  };
}

interface Profile extends Pick<Inspection, 'rows' | 'complete' | 'preview' | 'faults'> {
  readonly columns: readonly ProfileResult[];
}

async function profile(
  judge: Judgement,
  path: string,
  { format, hasHeader, headers }: Pick<Awaited<ReturnType<typeof readFormat>>, 'format' | 'hasHeader' | 'headers'>,
): Promise<Profile> {
  const { language, actor } = judge.asker;
  const { currency, country } = judge.model.settings;
  const columns = headers.map(() =>
    columnProfile({ options: [], currency, country, language, timeZone: actor.timeZone }),
  );
  const preview: (readonly string[])[] = [];
  const faults: { row: number; code: string; message: string }[] = [];
  const rest = makeRest();
  let rows = 0;
  let characters = 0;
  let complete = true;
  const see = (row: CsvRow): void => {
    rows++;
    characters += lengthOf(row);
    const fault = brokenRow(row, headers.length);
    if (fault && faults.length < mostFaults)
      faults.push({ row: row.line, code: fault.code, message: rowMessage(fault.code, language, fault.params) });
    // The cells of such a row may stand in columns that are not theirs.
    if (fault || row.kind === 'broken') return;
    if (preview.length < previewRows) preview.push(row.cells);
    for (const [index, cell] of row.cells.entries()) columns[index]?.see(cell);
  };
  for await (const batch of dataRows(path, format, { hasHeader, columns: headers.length })) {
    for (const row of batch) {
      see(row);
      await rest();
    }
    complete = rows < mostRows;
    if (!complete) break;
  }
  if (!complete) rows = Math.max(rows, Math.round(((await stat(path)).size / characters) * rows));
  return { rows, complete, preview, faults, columns: columns.map((column) => column.result()) };
}

interface Matched {
  readonly header: string;
  readonly field: string;
  readonly samples: readonly string[];
  /** Cells of the column that goes into a field, for look-ups to records of the same file. */
  inFile(field: string): readonly string[];
}

/** The title or the unique field by which the most samples are found; null where the field is no look-up. */
async function proposeMatch(
  judge: Judgement,
  connection: Connection,
  { entity: name, options }: { readonly entity: string; readonly options: ImportOptions },
  { header, field: fieldName, samples, inFile }: Matched,
): Promise<string | null> {
  const entity = importedEntity(judge, name, options);
  const relation = entity.fields.get(fieldName)?.relation;
  const target = relation?.kind === 'one' ? judge.model.entities.get(relation.entity) : undefined;
  if (!target || judge.access.row(target.name, 'read').kind === 'none') return null;
  let best = { name: null as string | null, points: -1 };
  for (const { name: candidate } of candidatesFor(judge, target)) {
    const { size } = await findByKey(
      judge,
      connection,
      { target, match: matchField(judge, target, candidate) },
      samples,
    );
    const known = new Set(target === entity ? inFile(candidate) : []);
    const alike = folded(header) === folded(candidate) ? 0.5 : 0;
    const points = Math.max(size, samples.filter((sample) => known.has(sample)).length) + alike;
    if (points > best.points) best = { name: candidate, points };
  }
  return best.name;
}

/** What names a record: its title, and whatever no two of them share. */
function candidatesFor({ access }: Judgement, target: CompiledEntity): readonly CompiledField[] {
  const unique = [...target.fields.values()].filter(
    (field) =>
      field.column &&
      !field.relation &&
      !field.system &&
      (field.unique || field.type.generated) &&
      field !== target.title,
  );
  return [target.title, ...unique].filter((field) => access.field(target.name, field.name, 'read') === 'always');
}
