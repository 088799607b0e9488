// What an item consists of, as headings with lines below them: the sections of a form, the columns of a view, the tabs of a page,
// the groups of an app, the rights of a role, the values of an option set, the days of a calendar, the rates of two currencies.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Metadata } from '@trellis/client/metadata';
import { useModel } from '@trellis/renderer/model';
import { Chip } from '@trellis/field-types/ui/chip';
import styles from './browser.module.css';
import { partsOfCalendar, partsOfRates } from './outline-of-reckoning.ts';

interface OutlineProps {
  readonly kind: string;
  readonly name: string;
  readonly model: Metadata;
}

interface Part {
  readonly heading: string;
  readonly lines: readonly ReactNode[];
}

export function OutlineOf(props: OutlineProps): ReactNode {
  const parts = useParts(props);
  return parts.map((part, index) => (
    <section key={index} className={styles.outline}>
      {part.heading && <h2>{part.heading}</h2>}
      <ul>
        {part.lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
    </section>
  ));
}

function useParts({ kind, name, model }: OutlineProps): readonly Part[] {
  const { t } = useTranslation('designer');
  const { label, fieldLabel, language, many } = useModel();
  const nameOf = (entry: string | { readonly field: string }): string =>
    typeof entry === 'string' ? entry : entry.field;
  switch (kind) {
    case 'form': {
      const form = model.forms[name];
      return (form?.sections ?? []).map((section) => ({
        heading: label(section.label),
        lines: section.fields.map((entry) => fieldLabel(form?.entity ?? '', nameOf(entry))),
      }));
    }
    case 'view': {
      const view = model.views[name];
      const columns = (view?.columns ?? []).map((column) => fieldLabel(view?.entity ?? '', nameOf(column)));
      return [{ heading: t('columns'), lines: columns }];
    }
    case 'page':
      return (model.pages[name]?.tabs ?? []).map((tab) => ({
        heading: label(tab.label, tab.name),
        lines: tab.blocks.map((block) => {
          const of = 'entity' in block ? many(block.entity) : '';
          return [t(`block_${block.type}`), label(block.label, of)].filter(Boolean).join(' · ');
        }),
      }));
    case 'app':
      return (model.apps[name]?.groups ?? []).map((group) => ({
        heading: label(group.label, group.name),
        lines: group.items.map((item) => label(item.label, many(item.entity))),
      }));
    case 'role':
      return Object.entries(model.roles?.[name]?.entities ?? {}).map(([entity, right]) => ({
        heading: many(entity),
        lines: (['read', 'create', 'update', 'delete'] as const).map(
          (action) => `${t(`action_${action}`)}: ${scopeText(right[action])}`,
        ),
      }));
    case 'option_set':
      return [
        {
          heading: '',
          lines: (model.option_sets[name]?.values ?? []).map((option) => (
            <Chip key={option.value} color={option.color ?? 'gray'}>
              {label(option.label, option.value)}
            </Chip>
          )),
        },
      ];
    case 'calendar':
      return partsOfCalendar(model.calendars[name], { language, label, t });
    case 'exchange_rate':
      return partsOfRates(model.exchange_rates[name]);
    default:
      return [];
  }

  function scopeText(right: unknown): string {
    if (right === true || right === 'all') return t('scope_all');
    if (right === false || right === undefined || right === 'none') return t('scope_none');
    const known = (['own', 'team', 'team_below', 'shared'] as const).find((scope) => scope === right);
    return known ? t(`scope_${known}`) : t('by_condition');
  }
}
