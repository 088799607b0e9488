// An aggregate request, read from JSON: what to group by, what to compute.
import { closedObject } from '../problems/closed-object.ts';
import { Refusal } from '../problems/problem.ts';

export interface AggregateRequest {
  readonly entity: string;
  readonly filter: unknown;
  readonly search: string | null;
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly MeasureRequest[];
  /** JSONLogic over the names of dimensions and measures, or null. */
  readonly having: unknown;
  readonly sort: readonly string[];
  readonly limit: number;
}

export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

export interface Dimension {
  readonly field: string;
  /** For dates and instants; null: the value itself. */
  readonly by: Period | null;
  readonly as: string;
}

export const functions = ['count', 'count_distinct', 'sum', 'avg', 'min', 'max'] as const;
export type MeasureFunction = (typeof functions)[number];

export interface MeasureRequest {
  readonly function: MeasureFunction;
  /** null: rows are counted. */
  readonly field: string | null;
  readonly as: string;
}

export const mostGroups = 10_000;

export function readAggregate(entity: string, body: unknown): AggregateRequest {
  const {
    filter = null,
    search = null,
    dimensions = [],
    measures = [{ function: 'count' }],
    having = null,
    sort,
    limit = 1000,
  } = closedObject(body, ['filter', 'search', 'dimensions', 'measures', 'having', 'sort', 'limit']);
  if (!Array.isArray(dimensions) || dimensions.length > 5) return bad('dimensions: up to 5 of { field, by? }');
  if (!Array.isArray(measures) || measures.length === 0 || measures.length > 20)
    return bad('measures: 1–20 of { function, field? }');
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > mostGroups)
    return bad(`limit: 1–${mostGroups}`);
  const read = { dimensions: dimensions.map(readDimension), measures: measures.map(readMeasure) };
  const names = [...read.dimensions, ...read.measures].map(({ as }) => as);
  if (new Set(names).size < names.length) return bad('two columns have the same name; use as');
  const keys = typeof sort === 'string' ? sort.split(',') : (sort ?? []);
  if (!Array.isArray(keys) || !keys.every((key): key is string => typeof key === 'string')) return bad('sort');
  if (search !== null && typeof search !== 'string') return bad('search');
  return {
    entity,
    filter,
    search: search?.trim() || null,
    ...read,
    having,
    sort: keys,
    limit,
  };
}

function readDimension(given: unknown): Dimension {
  if (typeof given === 'string') return { field: given, by: null, as: given };
  const { field, by = null, as } = closedObject(given, ['field', 'by', 'as'], 'dimensions');
  if (typeof field !== 'string') return bad('dimensions: { field, by? }');
  const period = by === null ? null : (periods.find((known) => known === by) ?? bad(`by: ${periods.join(' | ')}`));
  return { field, by: period, as: nameOf(as, field) };
}

function readMeasure(given: unknown): MeasureRequest {
  const whole = typeof given === 'string' ? { function: given } : given;
  const { function: name, field = null, as } = closedObject(whole, ['function', 'field', 'as'], 'measures');
  const known = functions.find((candidate) => candidate === name) ?? bad(`function: ${functions.join(' | ')}`);
  if (field !== null && typeof field !== 'string') return bad('measures: { function, field? }');
  if (field === null && known !== 'count') return bad(`${known} needs a field`);
  return { function: known, field, as: nameOf(as, field === null ? 'count' : `${known}_${field}`) };
}

/** As short as what people read at the head of a column. */
function nameOf(as: unknown, fallback: string): string {
  if (as === undefined) return fallback;
  return typeof as === 'string' && /^[A-Za-z_][\w.]{0,60}$/.test(as) ? as : bad('as: a name of letters, digits and _');
}

function bad(reason: string): never {
  throw new Refusal('malformed_request', { reason });
}
