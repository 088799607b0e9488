// Tabs of a page, by the pattern of the ARIA practices: arrows move between them, one of them is in the tab order. Where there is
// no room the row scrolls.
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tab-bar.module.css';

export interface Tab {
  readonly name: string;
  readonly label: string;
}

interface TabBarProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  choose(name: string): void;
  /** What the chosen tab holds. */
  readonly children: ReactNode;
}

export function TabBar({ label, tabs, chosen, choose, children }: TabBarProps): ReactNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const at = tabs.findIndex((tab) => tab.name === chosen);
    const next = step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    choose(next.name);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className={styles.tabs} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            data-tab={tab.name}
            id={`${id}_${tab.name}`}
            aria-selected={tab.name === chosen}
            aria-controls={`${id}_panel`}
            tabIndex={tab.name === chosen ? 0 : -1}
            onClick={() => choose(tab.name)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}_panel`} aria-labelledby={`${id}_${chosen}`}>
        {children}
      </div>
    </>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
