// How the function around the caret is called, with the operand that is being written marked.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signatureAt } from '@trellis/expressions/formula/signature';
import { languageOf } from './language-of.ts';
import styles from './formula-input.module.css';

interface SignatureHintProps {
  readonly id: string;
  readonly text: string;
  readonly caret: number;
}

export function SignatureHint({ id, text, caret }: SignatureHintProps): ReactNode {
  const { t, i18n } = useTranslation('formula');
  const signature = signatureAt(text, caret, languageOf(i18n.language));
  if (signature === undefined) {
    return (
      <p id={id} className={styles.hint}>
        {t('hint')}
      </p>
    );
  }
  const { name, parameters, active, summary } = signature;
  return (
    <p id={id} className={styles.hint} title={summary}>
      <code>
        {name}(
        {parameters.map((parameter, index) => (
          <span key={parameter}>
            {index > 0 && ', '}
            {index === active ? <strong>{parameter}</strong> : parameter}
          </span>
        ))}
        )
      </code>{' '}
      {summary}
    </p>
  );
}
