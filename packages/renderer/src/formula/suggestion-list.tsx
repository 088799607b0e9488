// What could be written at the caret, below the formula: fields with their types, functions with how they are called. The text area
// keeps the focus.
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completion } from '@trellis/expressions/formula/completions';
import type { ValueType } from '@trellis/expressions/types';
import { Icon } from '@trellis/ui/icon';
import styles from './formula-input.module.css';
import type { Suggestions } from './use-suggestions.ts';

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: Suggestions;
  accept(item: Completion): void;
}

export function SuggestionList({ id, suggestions, accept }: SuggestionListProps): ReactNode {
  const { t } = useTranslation('formula');
  const { items, active, activate } = suggestions;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, items]);
  const chosen = items[active];
  return (
    <div className={styles.suggestions}>
      <div
        ref={list}
        role="listbox"
        id={id}
        aria-label={t('suggestions')}
        className={styles.list}
        // What scrolls can be reached; the pointer leaves the focus where it is.
        tabIndex={0}
        onPointerDown={(event) => event.preventDefault()}
        onBlur={suggestions.close}
      >
        {items.map((item, index) => (
          <div
            key={`${item.kind} ${item.insert}`}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            className={styles.item}
            onPointerMove={() => activate(index)}
            onClick={() => accept(item)}
          >
            <Icon name={icons[item.kind]} size={14} />
            <span className={styles.label}>{item.label}</span>
            {item.detail !== undefined && item.detail !== item.label && (
              <code className={styles.detail}>{item.detail}</code>
            )}
            <TypeOf item={item} />
          </div>
        ))}
      </div>
      {chosen?.kind === 'function' && (
        <p className={styles.summary}>
          <code>{`${chosen.signature.name}(${chosen.signature.parameters.join(', ')})`}</code>{' '}
          {chosen.signature.summary}
        </p>
      )}
    </div>
  );
}

export function optionId(list: string, index: number): string {
  return `${list}_${index}`;
}

const icons = { function: 'square-function', field: 'form-input', option: 'tag', word: 'type' } as const;

function TypeOf({ item }: { item: Completion }): ReactNode {
  const { t } = useTranslation('formula');
  if (item.kind !== 'field' || item.type === undefined) return null;
  return <span className={styles.type}>{t(`type_${typeWord(item.type)}`)}</span>;
}

function typeWord(
  type: ValueType | 'rows',
): Exclude<ValueType, 'text[]' | 'number[]' | 'id[]' | 'null'> | 'list' | 'rows' {
  switch (type) {
    case 'text[]':
    case 'number[]':
    case 'id[]':
      return 'list';
    case 'null':
      return 'json';
    default:
      return type;
  }
}
