// An option as a tinted pill: a dot of its colour beside the text, so that no meaning hangs on colour alone.
import type { ReactNode } from 'react';
import type { OptionValue } from '../contract.ts';
import styles from './field.module.css';
import { useFieldScreen } from './screen.ts';

/** The theme's shade of a named colour, in light and dark alike. */
export function colorVar(color: string | undefined, shade?: 'soft' | 'text'): string {
  return `var(--c-${color ?? 'gray'}${shade ? `-${shade}` : ''})`;
}

/** Without a colour there is no dot, as for tags. */
export function Chip({
  color,
  children,
}: {
  readonly color?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={styles.chip} style={{ background: colorVar(color, 'soft'), color: colorVar(color, 'text') }}>
      {color !== undefined && <span className={styles.dot} style={{ background: colorVar(color) }} />}
      <span>{children}</span>
    </span>
  );
}

interface OptionChipsProps {
  readonly optionsOf: unknown;
  readonly values: readonly string[];
  readonly wrap: boolean;
}

/** Values of an option set; one that the set no longer has is shown as it is stored. */
export function OptionChips({ optionsOf, values, wrap }: OptionChipsProps): ReactNode {
  const screen = useFieldScreen();
  const options = screen.optionsOf(optionsOf);
  const shown = values.map(
    (value): OptionValue => options.find((option) => option.value === value) ?? { value, label: value },
  );
  return (
    <span className={`${styles.chips} ${wrap ? styles.wrap : ''}`}>
      {shown.map((option) => (
        <Chip key={option.value} color={option.color ?? 'gray'}>
          {screen.label(option.label)}
        </Chip>
      ))}
    </span>
  );
}
