// The search of a list: `/` goes there, Esc leaves it, typing asks once it rests.
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import { useKeys } from '@trellis/ui/keys';
import styles from './search-box.module.css';

interface SearchBoxProps {
  readonly value: string;
  readonly label: string;
  onChange(value: string): void;
}

const restMilliseconds = 250;

export function SearchBox({ value, label, onChange }: SearchBoxProps): ReactNode {
  const { t } = useTranslation('list');
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  if (value !== asked) {
    setAsked(value);
    setTyped(value);
  }
  const ask = useEffectEvent((text: string) => {
    if (text === asked) return;
    setAsked(text);
    onChange(text);
  });
  useEffect(() => {
    const timer = setTimeout(() => ask(typed.trim()), restMilliseconds);
    return () => clearTimeout(timer);
  }, [typed]);
  useKeys({
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  return (
    <label className={styles.box}>
      <Icon name="search" size={15} className={styles.icon} />
      <input
        ref={input}
        type="text"
        role="searchbox"
        className={styles.input}
        aria-label={label}
        placeholder={t('search_list')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) ask(typed.trim());
          if (event.key !== 'Escape') return;
          if (typed === '') event.currentTarget.blur();
          setTyped('');
        }}
      />
      {typed === '' ? (
        <kbd className={styles.key}>/</kbd>
      ) : (
        <button type="button" className={styles.clear} aria-label={t('clear_search')} onClick={() => setTyped('')}>
          <Icon name="x" size={14} />
        </button>
      )}
    </label>
  );
}
