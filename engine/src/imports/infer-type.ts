// The type of a column, from all of its cells: the narrowest that every one of them can be read as.
import type { Field } from '@trellis/metadata/kinds';
import type { TextContext } from '@trellis/field-types/contract';
import { fieldType } from '@trellis/field-types/registry';
import { rememberedReader, type CellReader } from './remembered-reader.ts';
import { dateOrderFinder } from './survey.ts';

export interface ColumnProfile {
  see(cell: string): void;
  result(): ProfileResult;
}

export interface ProfileResult {
  /** The name of a field type. */
  readonly type: string;
  /** The first distinct cells that are not blank. */
  readonly samples: readonly string[];
  /** Texts in it that stand for nothing, such as NULL, beside others that do not. */
  readonly nullTexts: readonly string[];
  readonly dateOrder: 'dmy' | 'mdy' | null;
}

/** What programs write where they have no value. */
const nulls: ReadonlySet<string> = new Set([
  'NULL',
  'null',
  'Null',
  '(null)',
  '\\N',
  'N/A',
  'n/a',
  '#N/A',
  'None',
  'NaN',
]);
const mostDistinct = 50;

export function columnProfile(context: TextContext): ColumnProfile {
  const candidates = candidatesIn(context);
  const distinct = new Set<string>();
  const nullTexts = new Set<string>();
  const order = dateOrderFinder();
  let cells = 0;
  let long = false;
  return {
    see(cell) {
      const text = cell.trim();
      if (text === '') return;
      if (nulls.has(text)) return void nullTexts.add(text);
      cells++;
      if (distinct.size <= mostDistinct) distinct.add(text);
      long ||= text.length > 255 || text.includes('\n');
      order.see(text);
      for (const candidate of candidates) if (candidate.possible && !candidate.fits(text)) candidate.possible = false;
    },
    result: () => ({
      type: typeOf({
        cells,
        long,
        distinct: distinct.size,
        names: candidates.filter(({ possible }) => possible).map(({ type }) => type),
      }),
      samples: [...distinct].slice(0, mostDistinct),
      nullTexts: cells ? [...nullTexts] : [],
      dateOrder: order.found(),
    }),
  };
}

/** A column of few words again and again is a choice. */
function typeOf({
  cells,
  long,
  distinct,
  names,
}: {
  cells: number;
  long: boolean;
  distinct: number;
  names: readonly string[];
}): string {
  const [narrowest] = names;
  if (cells === 0) return 'text';
  if (narrowest) return narrowest;
  if (long) return 'long_text';
  return distinct <= mostDistinct && distinct * 5 <= cells ? 'select' : 'text';
}

interface Candidate {
  readonly type: Field['type'];
  readonly fits: (text: string) => boolean;
  possible: boolean;
}

/** From the narrowest on. A number with a leading zero is a code; 0 and 1 alone are numbers. */
function candidatesIn(context: TextContext): Candidate[] {
  const reads = (definition: Field, also: (text: string) => boolean = () => true): Candidate => {
    const type = fieldType(definition.type);
    const parse = (order: 'dmy' | 'mdy'): CellReader =>
      rememberedReader((text) => type.parse(text, definition, { ...context, dateOrder: order }));
    const readers = [parse('dmy'), parse('mdy')] as const;
    return {
      type: definition.type,
      possible: true,
      fits: (text) => also(text) && (readers[0](text).ok || readers[1](text).ok),
    };
  };
  const notCode = (text: string): boolean => !/^[+-]?0\d/.test(text);
  return [
    reads({ type: 'integer' }, notCode),
    reads({ type: 'percent', min: -1e9, max: 1e9, scale: 12 }, (text) => /[%％]$/.test(text)),
    reads({ type: 'decimal', precision: 30, scale: 12 }, (text) => notCode(text) || /^[+-]?0\./.test(text)),
    reads({ type: 'currency', precision: 30, scale: 12 }, (text) => !/^[\d.,\s]+$/.test(text)),
    reads({ type: 'boolean' }, (text) => !/^[a-z]$/i.test(text)),
    reads({ type: 'date' }, (text) => !text.includes(':')),
    reads({ type: 'datetime' }),
    reads({ type: 'time' }),
    reads({ type: 'email' }),
    reads({ type: 'url' }),
  ];
}
