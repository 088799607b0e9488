// A computed field in a line that people read: a formula as it would be written, a roll-up as a sentence, a looked-up field as the
// way to it.
import type { TFunction } from 'i18next';
import { fieldType } from '@trellis/field-types/registry';
import type { Rollup } from '@trellis/metadata/gathered';
import type { ComputedField } from '@trellis/metadata/value-field';
import { pathLabel } from '@trellis/renderer/columns';
import type { Model } from '@trellis/renderer/model';
import { wholeMetadata } from '../draft/whole-metadata.ts';
import { leadingTo } from './relations.ts';

export interface Words {
  readonly model: Model;
  readonly t: TFunction<'designer'>;
  /** What is worked out of a record of the entity, as a formula … */
  formula(entity: string, json: unknown): string | undefined;
  /** … and what is asked of one. */
  condition(entity: string, json: unknown): string | undefined;
}

type Told<Name extends ComputedField['type']> = (
  words: Words,
  entity: string,
  field: Extract<ComputedField, { type: Name }>,
) => string;

const told: { readonly [Name in ComputedField['type']]: Told<Name> } = {
  formula: ({ formula }, entity, { expression }) => formula(entity, expression) ?? '',
  looked_up: ({ model }, entity, { via, field }) => pathLabel(model, entity, `${via}.${field}`),
  rollup: rollupSentence,
};

export function computedWords(words: Words, entity: string, field: ComputedField): string {
  return wordsOf(field.type, words, entity, field);
}

function wordsOf<Name extends ComputedField['type']>(
  name: Name,
  words: Words,
  entity: string,
  field: ComputedField,
): string {
  const tell: Told<Name> = told[name];
  return tell(words, entity, field as Extract<ComputedField, { type: Name }>);
}

/** “Sum of Amount over Opportunities where Stage is Won”. */
function rollupSentence({ model, t, condition: asked }: Words, entity: string, field: Rollup): string {
  const { from, via, function: way, filter, below } = field;
  const rows = rowsText({ model, t }, entity, { from, via });
  const condition = filter === undefined ? undefined : asked(from, filter);
  const words = {
    rows: condition === undefined ? rows : t('rollup_where', { rows, condition }),
    field: field.field === undefined ? '' : model.fieldLabel(from, field.field),
    order: model.fieldLabel(from, field.order_by ?? 'created_at'),
  };
  const sentence = t(`rollup_${variantOf(model, way, field)}`, words);
  return below === undefined ? sentence : t('rollup_below', { sentence, via: model.fieldLabel(entity, below) });
}

/** Which records are meant; by which look-up, where several lead from them to this entity. */
export function rowsText(
  { model, t }: Pick<Words, 'model' | 't'>,
  entity: string,
  { from, via }: Pick<Rollup, 'from' | 'via'>,
): string {
  const rows = model.many(from);
  const ways = leadingTo(wholeMetadata(model.metadata), entity).filter((leading) => leading.from === from);
  return ways.length > 1 ? t('rollup_by_way', { rows, via: model.fieldLabel(from, via) }) : rows;
}

function variantOf(model: Model, way: Rollup['function'], { from, field }: Rollup) {
  if (way === 'count') return field === undefined ? 'count' : 'filled';
  if (way !== 'min' && way !== 'max') return way;
  const value = field === undefined ? undefined : model.field(from, field)?.field;
  const isMoment = value !== undefined && ['date', 'datetime'].includes(fieldType(value.type).valueType(value));
  return isMoment ? (`${way}_date` as const) : way;
}
