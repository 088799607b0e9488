// Who, in a circle: initials on a colour that always is the same for the same name. The name itself is its accessible text.
import type { ReactNode } from 'react';
import { optionColors } from './theme/palette.ts';
import styles from './avatar.module.css';

export function Avatar({ name, size = 20 }: { name: string; size?: number }): ReactNode {
  const color = colorOf(name);
  return (
    <span
      className={styles['avatar']}
      role="img"
      aria-label={name}
      title={name}
      style={{
        width: size,
        height: size,
        fontSize: Math.max(9, Math.round(size * 0.42)),
        background: `var(--c-${color}-soft)`,
        color: `var(--c-${color}-text)`,
      }}
    >
      {initialsOf(name, size)}
    </span>
  );
}

/** Latin names: first letters of the first and last word; Chinese ones: the given name, its last character where there is no room. */
export function initialsOf(name: string, size = 32): string {
  const trimmed = name.trim();
  if (/^\p{Script=Han}/u.test(trimmed)) return [...trimmed].slice(trimmed.length > 2 && size >= 28 ? -2 : -1).join('');
  const words = trimmed.split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

function colorOf(name: string): string {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return optionColors[1 + (hash % (optionColors.length - 1))] ?? 'gray';
}
