// Following the names inside an expression: every field, and every calendar, that one names is referred to. Within the rows of a
// child table plain names are those of the row; beside the members of a list there are none.
import { findOperator } from '@trellis/expressions/operators';
import { namesBegin } from '@trellis/expressions/missing-operands';
import { referrerName } from '../choice-filter.ts';
import { isObject, pointer } from '../json.ts';
import { resolvePath, rowsAt } from '../members.ts';
import { recordScope, subjectOf } from '../record-scope.ts';
import type { Inspection } from './inspection.ts';
import { referToItem, referToPath } from './refer.ts';

/** The entity of the record that an expression is about, and of the one that refers to it. */
export interface Subject {
  readonly entity: string;
  readonly referrer?: string;
}

/** What names mean at a place. */
interface Place extends Subject {
  /** The entity of plain names; null beside a member. */
  readonly plain: string | null;
  /** The entity of what `$record` leads to. */
  readonly record: string;
}

/** False where a name leads nowhere, which is reported at its very place. */
export function referToNames(inspection: Inspection, path: string, json: unknown, subject: Subject): boolean {
  return follow(inspection, path, json, { ...subject, plain: subject.entity, record: subject.entity });
}

function follow(inspection: Inspection, path: string, json: unknown, place: Place): boolean {
  if (Array.isArray(json)) {
    const items: unknown[] = json;
    return items.map((item, index) => follow(inspection, pointer(path, index), item, place)).every(Boolean);
  }
  if (!isObject(json)) return true;
  return Object.entries(json)
    .map(([operator, operands]) => {
      const at = pointer(path, operator);
      if (operator === 'var') return followVar(inspection, at, operands, place);
      const known = [
        referToCalendars(inspection, at, operator, operands),
        referToNamesAlone(inspection, at, operator, operands, place),
        followOperands(inspection, at, operator, operands, place),
      ];
      return known.every(Boolean);
    })
    .every(Boolean);
}

function followVar(inspection: Inspection, path: string, operands: unknown, place: Place): boolean {
  if (typeof operands === 'string') return referToName(inspection, path, operands, place);
  const [name, otherwise]: unknown[] = Array.isArray(operands) ? operands : [];
  const known = referToName(inspection, pointer(path, 0), String(name), place);
  return follow(inspection, pointer(path, 1), otherwise, place) && known;
}

function followOperands(
  inspection: Inspection,
  path: string,
  operator: string,
  operands: unknown,
  place: Place,
): boolean {
  const each = findOperator(operator)?.each;
  if (each === undefined || !Array.isArray(operands)) return follow(inspection, path, operands, place);
  const [first, ...others]: unknown[] = operands;
  const inside = rowsOf(inspection, first, place) ?? besideMember(operator, place);
  return [first, ...others]
    .map((operand, index) => {
      const isOutside = index === 0 || (each === 'fold' && index === 2);
      return follow(inspection, pointer(path, index), operand, isOutside ? place : inside);
    })
    .every(Boolean);
}

/** Null where an operand does not lead to rows. */
function rowsOf({ metadata }: Inspection, operand: unknown, place: Place): Place | null {
  const [name]: unknown[] = isObject(operand) ? [operand['var']].flat() : [];
  if (typeof name !== 'string' || name === '') return null;
  const { entity, fields } = fieldsOf(name.split('.'), place);
  const rows = entity === null ? undefined : rowsAt(metadata, entity, fields);
  if (rows === undefined) return null;
  return { ...place, plain: rows, record: name.startsWith('$record.') ? place.record : atHand(place) };
}

/** An operator that takes single values too (`average`) has plain names all the same. */
function besideMember(operator: string, place: Place): Place {
  const isAlone = findOperator(operator)?.signatures.length === 0;
  return isAlone ? { ...place, plain: null, record: atHand(place) } : place;
}

function atHand({ plain, record }: Place): string {
  return plain ?? record;
}

/** In `missing`, a name alone stands for the field so called. */
function referToNamesAlone(
  inspection: Inspection,
  path: string,
  operator: string,
  operands: unknown,
  place: Place,
): boolean {
  const first = namesBegin.get(operator);
  if (first === undefined) return true;
  const list: unknown[] = Array.isArray(operands) ? operands : [operands];
  return list
    .map((operand, index) => {
      if (index < first) return true;
      const at = pointer(path, index);
      if (Array.isArray(operand)) return referToNamesAlone(inspection, at, 'missing', operand, place);
      const isAlone = typeof operand === 'string' && !isObject(list[index + 1]);
      return !isAlone || referToName(inspection, at, operand, place);
    })
    .every(Boolean);
}

const calendarName: string = 'calendar';

/** The operators say which of their operands is a calendar's name, written out. */
function referToCalendars(inspection: Inspection, path: string, operator: string, operands: unknown): boolean {
  const signatures = findOperator(operator)?.signatures ?? [];
  const list: unknown[] = Array.isArray(operands) ? operands : [operands];
  return list
    .map((operand, index) => {
      const isCalendar = signatures.some(({ takes }) => takes.at(index, list.length) === calendarName);
      if (!isCalendar || typeof operand !== 'string') return true;
      return referToItem(inspection, pointer(path, index), 'calendar', operand) !== undefined;
    })
    .every(Boolean);
}

function referToName(inspection: Inspection, path: string, name: string, place: Place): boolean {
  const names = name.split('.');
  const { entity, fields } = fieldsOf(names, place);
  // Beside a member there are names that are no fields; the type checker knows which.
  if (entity === null || name === '') return true;
  // The clock and the facts about the user are no fields that anybody could rename.
  const isField = resolvePath(inspection.metadata, entity, fields).ok;
  const isFact =
    name === '$now' ||
    name === '$today' ||
    (name.startsWith('$') && recordScope(inspection.metadata, place.entity).typeOf(names) !== undefined);
  if (!isField && isFact) return true;
  return referToPath(inspection, path, entity, fields) !== undefined;
}

/** The entity that a name begins at, and the fields it goes through. */
function fieldsOf(
  names: readonly string[],
  { entity, referrer, plain, record }: Place,
): { readonly entity: string | null; readonly fields: readonly string[] } {
  const [first, ...rest] = names;
  if (referrer !== undefined && first === referrerName) return { entity: referrer, fields: rest };
  if (first === '$record' && rest.length > 0) return { entity: record, fields: rest };
  if (!first?.startsWith('$')) return { entity: plain, fields: names };
  const { subject, fields } = subjectOf(names, entity);
  return { entity: subject, fields };
}
