// An input of the editor with its label, help and error tied to it.
import { useId, type ReactNode } from 'react';
import styles from './fields.module.css';

interface Tied {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly status?: 'error';
}

interface LabelledProps {
  readonly label: string;
  readonly help?: string;
  readonly error?: string;
  readonly required?: boolean;
  children(props: Tied): ReactNode;
}

export function Labelled({ label, help = '', error = '', required = false, children }: LabelledProps): ReactNode {
  const id = useId();
  const text = error || help;
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {children({
        id,
        ...(text !== '' && { 'aria-describedby': `${id}_text` }),
        ...(error !== '' && { 'aria-invalid': true, status: 'error' }),
      })}
      {text !== '' && (
        <p id={`${id}_text`} data-error={error !== ''} role={error === '' ? undefined : 'alert'}>
          {text}
        </p>
      )}
    </div>
  );
}
