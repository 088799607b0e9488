// The conditions that hold now, as chips in words: the view's own, which stay, and the user's, each with a way to open and to drop it.
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import { useModel } from '../model.ts';
import { isComplete, type Group, type Item } from './filter.ts';
import { fromLogic } from './from-logic.ts';
import { ruleWords, sentence, type SentenceContext } from './sentence.ts';
import { useTitles } from './use-titles.ts';
import styles from './filter-chips.module.css';

interface FilterChipsProps {
  readonly entity: string;
  /** JSONLogic of the view. */
  readonly viewFilter: unknown;
  readonly filter: Group;
  onOpen(): void;
  onChange(filter: Group): void;
}

export function FilterChips({ entity, viewFilter, filter, onOpen, onChange }: FilterChipsProps): ReactNode {
  const { t } = useTranslation('filter');
  const own = useMemo(() => fromLogic(viewFilter), [viewFilter]);
  const both = useMemo((): Group => ({ kind: 'group', join: 'and', items: [own, filter] }), [own, filter]);
  const context = useSentenceContext(entity, both);
  const chips = filter.join === 'and' ? filter.items : filter.items.length > 0 ? [filter] : [];
  const remove = (item: Item): void =>
    onChange(
      item === filter ? { ...filter, items: [] } : { ...filter, items: filter.items.filter((other) => other !== item) },
    );

  const ownChips = own.join === 'and' ? own.items : [own];
  return (
    <>
      {ownChips.map((item, index) => (
        <span key={`view-${index}`} className={styles.chip} data-fixed title={t('view_filter')}>
          <ChipWords item={item} context={context} />
        </span>
      ))}
      {chips
        .filter((item) => item.kind !== 'rule' || isComplete(item))
        .map((item, index) => (
          <span key={index} className={styles.chip}>
            <button type="button" className={styles.open} onClick={onOpen}>
              <ChipWords item={item} context={context} />
            </button>
            <button
              type="button"
              className={styles.remove}
              aria-label={t('remove_filter', { filter: sentence(item, context) })}
              onClick={() => remove(item)}
            >
              <Icon name="x" size={13} />
            </button>
          </span>
        ))}
    </>
  );
}

function ChipWords({ item, context }: { item: Item; context: SentenceContext }): ReactNode {
  if (item.kind !== 'rule') return <span className={styles.sentence}>{sentence(item, context)}</span>;
  const words = ruleWords(item, context);
  return (
    <>
      <span>{words.field}</span>
      <span>{words.operator}</span>
      {words.value && <b className={styles.value}>{words.value}</b>}
    </>
  );
}

function useSentenceContext(entity: string, filter: Group): SentenceContext {
  const { t } = useTranslation('filter');
  const model = useModel();
  const titleOf = useTitles(entity, filter);
  return { model, entity, t, titleOf };
}
