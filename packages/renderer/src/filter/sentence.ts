// A condition in words: what, how, and which value. Look-ups are named through `titleOf`, since a filter holds nothing but ids.
import type { TFunction } from 'i18next';
import { pathLabel } from '../list/columns.ts';
import type { Model } from '../model.ts';
import { isUnary, type FilterValue, type Group, type Item, type Operator, type Rule } from './filter.ts';
import { spanName } from './spans.ts';

export interface SentenceContext {
  readonly model: Model;
  readonly entity: string;
  readonly t: TFunction<'filter'>;
  titleOf(entity: string, id: string): string | undefined;
}

export interface RuleWords {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

export function ruleWords(rule: Rule, context: SentenceContext): RuleWords {
  return {
    field: pathLabel(context.model, context.entity, rule.field),
    operator: operatorName(rule.operator, isDateValue(rule.value), context.t),
    value: isUnary(rule.operator) ? '' : valueWords(rule, context),
  };
}

/** One line for a whole filter: chips, tooltips, screen readers. */
export function sentence(item: Item, context: SentenceContext): string {
  if (item.kind === 'other') return context.t('other_condition');
  if (item.kind === 'rule') return Object.values(ruleWords(item, context)).filter(Boolean).join(' ');
  return groupSentence(item, context);
}

function groupSentence(group: Group, context: SentenceContext): string {
  const joint = group.join === 'and' ? context.t('join_and') : context.t('join_or');
  return group.items
    .map((item) => (item.kind === 'group' ? `(${sentence(item, context)})` : sentence(item, context)))
    .join(` ${joint} `);
}

/** Dates are before and after; other values are less and greater. */
export function operatorName(operator: Operator, isDate: boolean, t: TFunction<'filter'>): string {
  if (!isDate) return t(`operator_${operator}`);
  switch (operator) {
    case 'less':
    case 'greater':
    case 'at_most':
    case 'at_least':
      return t(`operator_${operator}_date`);
    default:
      return t(`operator_${operator}`);
  }
}

/** Told by the value itself, so that words need no field types. */
function isDateValue(value: FilterValue): boolean {
  if (value.kind !== 'literal') return value.kind !== 'me';
  return typeof value.value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value.value);
}

function valueWords(rule: Rule, context: SentenceContext): string {
  const { value } = rule;
  switch (value.kind) {
    case 'me':
      return context.t('me');
    case 'span':
      return spanName(value.span, context.t);
    case 'today':
    case 'now':
      return todayName(value, context.t);
    case 'edge':
      return context.t(`edge_${value.edge}_${value.period}`);
    case 'literal':
      return literalWords(rule, value, context);
  }
}

function todayName({ kind, days }: { kind: 'today' | 'now'; days: number }, t: TFunction<'filter'>): string {
  if (days === 0) return t(kind);
  return days < 0 ? t('days_ago', { count: -days }) : t('days_from_now', { count: days });
}

function literalWords(rule: Rule, value: FilterValue & { kind: 'literal' }, context: SentenceContext): string {
  const parts = Array.isArray(value.value) ? value.value : [value.value];
  const names = parts.map((part) => literalName(rule.field, part, context));
  if (rule.operator === 'between') return names.join(` ${context.t('join_and')} `);
  const comma = context.t('comma');
  return names.length > 3 ? `${names.slice(0, 2).join(comma)} +${names.length - 2}` : names.join(comma);
}

function literalName(path: string, part: unknown, { model, entity, t, titleOf }: SentenceContext): string {
  if (typeof part === 'boolean') return part ? t('yes') : t('no');
  const field = model.field(entity, path)?.field;
  if (field && typeof part === 'string') {
    const option = model.options(field).find((known) => known.value === part);
    if (option) return model.label(option.label);
    const target = 'entity' in field && typeof field.entity === 'string' ? field.entity : field.type;
    return titleOf(target, part) ?? part;
  }
  return typeof part === 'number' ? new Intl.NumberFormat(model.language).format(part) : String(part ?? '');
}
