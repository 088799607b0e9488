// The icons that metadata may name, as a group of radio buttons.
import type { ReactNode } from 'react';
import { Icon } from '@trellis/ui/icon';
import { libraryIcons } from '@trellis/ui/library-icons';
import styles from './entities.module.css';

export const plainIcon = 'table-2';

const icons: readonly string[] = [plainIcon, ...Object.keys(libraryIcons)];

interface IconPickerProps {
  readonly label: string;
  readonly value: string;
  onChange(icon: string): void;
}

export function IconPicker({ label, value, onChange }: IconPickerProps): ReactNode {
  return (
    <fieldset className={styles.icons}>
      <legend>{label}</legend>
      <div>
        {icons.map((icon) => (
          <label key={icon} title={icon}>
            <input
              type="radio"
              name="icon"
              className="visually-hidden"
              aria-label={icon}
              checked={icon === value}
              onChange={() => onChange(icon)}
            />
            <Icon name={icon} size={18} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
