// Keyboard shortcuts of a screen: `useKeys({ 'mod+k': open, c: create, '/': search })`. `mod` is ⌘ on a Mac, Ctrl elsewhere.
// Plain letters are left alone while somebody types, and while a dialog is open.
import { useEffect, useEffectEvent } from 'react';

export type Keys = { readonly [combination: string]: (event: KeyboardEvent) => void };

export function useKeys(keys: Keys, enabled = true): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const combination = combinationOf(event);
    const run = Object.hasOwn(keys, combination) ? keys[combination] : undefined;
    if (!run) return;
    if (!combination.startsWith('mod+') && (isTyping(event.target) || isDialogOpen())) return;
    event.preventDefault();
    run(event);
  });
  useEffect(() => {
    if (!enabled) return;
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, [enabled]);
}

export const modKey = isMac() ? '⌘' : 'Ctrl';

export function combinationOf(event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'altKey'>): string {
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  return mod + alt + event.key.toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT';
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}
