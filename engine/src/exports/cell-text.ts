// A value as the cell of a CSV file: for people as its field type writes it, but figures bare, so that a
// spreadsheet can add them up; or raw, as the wire carries it.
import type { TextContext } from '@trellis/field-types/contract';
import { writeList } from '@trellis/field-types/list-text';
import { defused } from '../csv/formula-cells.ts';
import type { CompiledField } from '../model/model.ts';
import type { Judgement } from '../records/judgement.ts';
import type { ExportColumn } from './export-columns.ts';
import type { CellValues } from './export-request.ts';

/** A record as the answer of a list has it, and every part of it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

export type CellOf = (record: Json) => string;

export function cellOf(judge: Judgement, { path, fields }: ExportColumn, values: CellValues): CellOf {
  const steps = path.split('.');
  const field = fields.at(-1) ?? fields[0];
  // Behind a look-up, `title` is what the record is called, whatever field of that name it may have.
  const isTitle = field.name === 'title' && fields.at(-2)?.relation?.kind === 'one';
  const several = fields.slice(0, -1).some(({ relation }) => relation?.kind === 'many');
  const one = isTitle ? String : values === 'raw' ? rawText(field) : peopleText(judge, field);
  const { language } = judge.asker;
  const list = (texts: readonly string[]): string =>
    values === 'raw' ? JSON.stringify(texts) : writeList(texts, language);
  const text: CellOf = (record) => {
    const found = valuesAt(record, steps);
    if (several && found.length) return list(found.map(one));
    return found[0] === undefined ? '' : one(found[0]);
  };
  return isFigure(field) && !isTitle && !several ? text : (record) => defused(text(record));
}

/** The value that a path leads to, unless it is blank; behind several linked records, those of all. */
function valuesAt(from: Json | undefined, [step, ...rest]: readonly string[]): readonly Json[] {
  if (from === null || from === undefined) return [];
  if (step === undefined) return [from];
  if (isList(from)) return from.flatMap((each) => valuesAt(each, [step, ...rest]));
  return valuesAt(member(from, step), rest);
}

/** Made of digits and signs by the engine: it may begin as a formula does and is none. */
function isFigure({ relation, valueType }: CompiledField): boolean {
  return relation ? relation.kind === 'children' : figures.has(valueType);
}

const figures: ReadonlySet<string> = new Set(['number', 'boolean', 'date', 'datetime', 'time']);

type Shown = (value: Json) => string;

function peopleText({ asker }: Judgement, field: CompiledField): Shown {
  const { language, actor } = asker;
  const context: TextContext = { ...field.context, language, timeZone: actor.timeZone };
  switch (field.relation?.kind) {
    case 'one':
    case 'any':
      return titleOf;
    case 'many':
      return (value) => writeList(listOf(value).map(titleOf), language);
    case 'children':
      return countOf;
    case undefined:
      return remembered(
        (value) => field.type.figure?.(value, field.definition) ?? field.type.format(value, field.definition, context),
      );
  }
}

const mostRemembered = 1000;
const longest = 50;

/** Choices, days and amounts repeat, and take longer to write than to look up. */
function remembered(show: Shown): Shown {
  const known = new Map<Json, string>();
  return (value) => {
    if (typeof value === 'object' || (typeof value === 'string' && value.length > longest)) return show(value);
    let text = known.get(value);
    if (text === undefined) {
      if (known.size >= mostRemembered) known.clear();
      known.set(value, (text = show(value)));
    }
    return text;
  };
}

/** Look-ups as they are written: by id. */
function rawText(field: CompiledField): Shown {
  switch (field.relation?.kind) {
    case 'one':
      return idOf;
    case 'any':
      return (value) => JSON.stringify({ entity: member(value, 'entity'), id: member(value, 'id') });
    case 'many':
      return (value) => JSON.stringify(listOf(value).map(idOf));
    case 'children':
      return countOf;
    case undefined:
      return (value) => (typeof value === 'string' ? value : JSON.stringify(value));
  }
}

/** A record without a title is known by its id, to people as to the importer. */
function titleOf(reference: Json): string {
  return String(member(reference, 'title') || member(reference, 'id'));
}

function idOf(reference: Json): string {
  return String(member(reference, 'id'));
}

function countOf(children: Json): string {
  return String(listOf(children).length);
}

function listOf(value: Json): readonly Json[] {
  return isList(value) ? value : [];
}

function member(value: Json, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? value[name] : undefined;
}

/** `Array.isArray` tells nothing of lists that are only read. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
