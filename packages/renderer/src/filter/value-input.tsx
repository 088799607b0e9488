// The value of a condition: the field type's own widget, spans of time that move with today, "me" where people are meant.
import { useId, type ReactNode } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldJson } from '@trellis/field-types/ui/screen';
import { Widget } from '@trellis/field-types/widgets';
import type { PublishedField } from '@trellis/client/metadata';
import { askedField, plainField } from './asked-field.ts';
import { blank, type FilterValue, type Rule } from './filter.ts';
import { isDateKind, isTruth, valueKindOf } from './operators-of.ts';
import { RelativeDateInput } from './relative-date-input.tsx';
import { isSameSpan, offeredSpans, spanName } from './spans.ts';
import { useKnownTitles, useRememberTitles } from './use-titles.ts';

interface ValueInputProps {
  readonly field: PublishedField;
  readonly rule: Rule;
  onChange(value: FilterValue): void;
}

export function ValueInput({ field, rule, onChange }: ValueInputProps): ReactNode {
  if (rule.operator === 'within') return <SpanInput value={rule.value} onChange={onChange} />;
  if (rule.operator === 'between') return <PairInput field={field} rule={rule} onChange={onChange} />;
  if (isDateKind(valueKindOf(field))) return <RelativeDateInput field={field} value={rule.value} onChange={onChange} />;
  if (field.type === 'user' && rule.operator !== 'in' && rule.operator !== 'not_in') {
    return <PersonInput field={field} rule={rule} onChange={onChange} />;
  }
  if (isTruth(field)) return <TruthInput value={rule.value} onChange={onChange} />;
  return <LiteralInput field={askedField(field, rule)} rule={rule} onChange={onChange} />;
}

function SpanInput({ value, onChange }: { value: FilterValue; onChange(value: FilterValue): void }): ReactNode {
  const { t } = useTranslation('filter');
  const chosen = value.kind === 'span' ? value.span : undefined;
  const spans =
    chosen && !offeredSpans.some((span) => isSameSpan(span, chosen)) ? [...offeredSpans, chosen] : offeredSpans;
  return (
    <Select
      aria-label={t('value')}
      value={spans.findIndex((span) => chosen && isSameSpan(span, chosen))}
      options={spans.map((span, index) => ({ value: index, label: spanName(span, t) }))}
      onChange={(index: number) => {
        const span = spans[index];
        if (span) onChange({ kind: 'span', span });
      }}
      popupMatchSelectWidth={false}
    />
  );
}

function PairInput({ field, rule, onChange }: ValueInputProps): ReactNode {
  const { t } = useTranslation('filter');
  const pair = rule.value.kind === 'literal' && Array.isArray(rule.value.value) ? rule.value.value : [null, null];
  const id = useId();
  const end = (index: 0 | 1, label: string): ReactNode => (
    <Widget
      id={`${id}-${index}`}
      field={plainField(field)}
      name="value"
      label={label}
      value={pair[index] ?? null}
      onChange={(value) => onChange({ kind: 'literal', value: pair.with(index, value) })}
    />
  );
  return (
    <>
      {end(0, t('from'))}
      <span>{t('join_and')}</span>
      {end(1, t('to'))}
    </>
  );
}

function PersonInput({ field, rule, onChange }: ValueInputProps): ReactNode {
  const { t } = useTranslation('filter');
  return (
    <>
      <Select
        aria-label={t('person')}
        value={rule.value.kind === 'me' ? 'me' : 'person'}
        options={[
          { value: 'me', label: t('me') },
          { value: 'person', label: t('person') },
        ]}
        onChange={(choice) => onChange(choice === 'me' ? { kind: 'me' } : blank)}
        popupMatchSelectWidth={false}
      />
      {rule.value.kind !== 'me' && <LiteralInput field={plainField(field)} rule={rule} onChange={onChange} />}
    </>
  );
}

/** A box to tick says nothing of what has not been chosen yet. */
function TruthInput({ value, onChange }: { value: FilterValue; onChange(value: FilterValue): void }): ReactNode {
  const { t } = useTranslation('filter');
  const chosen = value.kind === 'literal' && typeof value.value === 'boolean' ? value.value : undefined;
  return (
    <Select
      aria-label={t('value')}
      placeholder={t('choose_value')}
      value={chosen === undefined ? null : chosen ? 'yes' : 'no'}
      options={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      onChange={(choice) => onChange({ kind: 'literal', value: choice === 'yes' })}
      popupMatchSelectWidth={false}
    />
  );
}

/** Filters hold ids; widgets of look-ups speak of records with titles. */
function LiteralInput({
  field,
  rule,
  onChange,
}: {
  field: FieldJson;
  rule: Rule;
  onChange: ValueInputProps['onChange'];
}): ReactNode {
  const { t } = useTranslation('filter');
  const id = useId();
  const remember = useRememberTitles();
  const titleOf = useKnownTitles();
  const stored = rule.value.kind === 'literal' ? rule.value.value : null;
  const isReference = 'entity' in field || field.type === 'user' || field.type === 'team';
  return (
    <Widget
      id={id}
      field={field}
      name="value"
      label={t('value')}
      placeholder={t('choose_value')}
      value={isReference ? asReferences(stored, titleOf) : stored}
      onChange={(value) => {
        const references = referencesIn(value);
        remember(references);
        const ids = references.map((reference) => reference.id);
        onChange({ kind: 'literal', value: isReference ? (Array.isArray(value) ? ids : (ids[0] ?? null)) : value });
      }}
    />
  );
}

function asReferences(stored: unknown, titleOf: (id: string) => string): unknown {
  if (Array.isArray(stored)) return stored.map((id) => asReferences(id, titleOf));
  return typeof stored === 'string' ? { id: stored, title: titleOf(stored) } : null;
}

function referencesIn(value: unknown): readonly { id: string; title: string }[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null || !('id' in value) || !('title' in value)) return [];
  return typeof value.id === 'string' && typeof value.title === 'string' ? [{ id: value.id, title: value.title }] : [];
}
