// The list of what could be written at the caret: when it opens, which of its items is active, and what keys do with it. Keys that an
// input method takes for itself are left alone.
import { useMemo, useState, type KeyboardEvent } from 'react';
import {
  completions,
  type Completion,
  type Completions,
  type CompletionOptions,
} from '@trellis/expressions/formula/completions';

export interface Suggestions {
  /** None while the list is closed. */
  readonly items: readonly Completion[];
  readonly range: Completions['range'];
  readonly active: number;
  activate(index: number): void;
  /** After something was typed: opens where that helps. */
  follow(text: string, caret: number): void;
  /** Whatever could stand at the caret. */
  open(text: string, caret: number): void;
  close(): void;
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void;
}

interface Place {
  readonly text: string;
  readonly caret: number;
}

export function useSuggestions(options: CompletionOptions, accept: (item: Completion) => void): Suggestions {
  const [place, setPlace] = useState<Place | null>(null);
  const [active, setActive] = useState(0);
  const { items, range } = useMemo(
    () => (place ? completions(place.text, place.caret, options) : nothing),
    [place, options],
  );
  const show = (next: Place | null): void => {
    setPlace(next);
    setActive(0);
  };
  const close = (): void => show(null);
  const open = (text: string, caret: number): void => show({ text, caret });
  return {
    items,
    range,
    active,
    activate: setActive,
    follow: (text, caret) => show(isHelpful(text, completions(text, caret, options)) ? { text, caret } : null),
    open,
    close,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return;
      const { value, selectionStart } = event.currentTarget;
      const wantsAll = event.key === ' ' && event.ctrlKey;
      const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
      const item = items[active];
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (wantsAll) open(value, selectionStart);
      else if (item === undefined || hasModifier) return;
      else if (step !== undefined) setActive(moved(active, step, items.length));
      else if (event.key === 'Enter' || event.key === 'Tab') accept(item);
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
      // Esc would close the drawer that this stands in.
      event.stopPropagation();
    },
  };
}

const nothing: Completions = { range: { offset: 0, length: 0 }, items: [] };

/** A word is begun and not whole yet, a point was typed, or the values are few. */
function isHelpful(text: string, { range, items }: Completions): boolean {
  const [first] = items;
  if (first === undefined) return false;
  const written = text.slice(range.offset, range.offset + range.length);
  const isWhole = first.insert === written || first.insert === `${written}()`;
  return !isWhole && (written !== '' || first.kind === 'option' || text.charAt(range.offset - 1) === '.');
}

/** Single steps go round, pages stop at the ends. */
function moved(active: number, step: number, count: number): number {
  const next = active + step;
  return Math.abs(step) === 1 ? (next + count) % count : Math.min(Math.max(next, 0), count - 1);
}
