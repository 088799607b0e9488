// A labelled text input of a page that is no record form (log in, set up, settings): label, input, hint or error below.
import { useId, type ReactNode } from 'react';
import { Input } from 'antd';
import styles from './text-field.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  readonly type?: 'text' | 'email' | 'password';
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly maxLength?: number;
}

export function TextField({ label, value, onChange, type = 'text', hint, error, ...input }: TextFieldProps): ReactNode {
  const id = useId();
  const note = error ?? hint;
  const Control = type === 'password' ? Input.Password : Input;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Control
        {...input}
        id={id}
        {...(type === 'email' ? { type: 'email' } : {})}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        status={error ? 'error' : ''}
        aria-invalid={error !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      {note && (
        <p id={`${id}-note`} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
          {note}
        </p>
      )}
    </div>
  );
}
