// What is wrong with a formula: where, the piece of its line marked, and the way out. A click selects the piece.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormulaProblem } from '@trellis/expressions/formula/problems';
import { languageOf } from './language-of.ts';
import styles from './formula-input.module.css';

interface ProblemListProps {
  readonly id: string;
  readonly text: string;
  readonly problems: readonly FormulaProblem[];
  select(problem: FormulaProblem): void;
}

export function ProblemList({ id, text, problems, select }: ProblemListProps): ReactNode {
  const { t, i18n } = useTranslation('formula');
  const language = languageOf(i18n.language);
  return (
    <ul id={id} className={styles.problems} aria-label={t('problems')} aria-live="polite">
      {problems.map((problem) => {
        const { line, column, offset, code, message, hint } = problem;
        const [before, piece, behind] = piecesOf(text, problem);
        return (
          <li key={`${code} ${offset}`}>
            <button type="button" onClick={() => select(problem)} title={t('at', { line, column })}>
              <span className={styles.place}>{`${line}:${column}`}</span>
              <code>
                {before}
                <mark>{piece}</mark>
                {behind}
              </code>
            </button>
            <span>{[message[language], hint?.[language]].filter(Boolean).join(language === 'en' ? ' ' : '')}</span>
          </li>
        );
      })}
    </ul>
  );
}

const around = 24;

/** The piece with what stands beside it on its line. */
function piecesOf(text: string, { offset, length }: FormulaProblem): readonly [string, string, string] {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, 0);
  const lineEnd = text.indexOf('\n', offset);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const [piece = ''] = text.slice(offset, Math.max(offset, Math.min(offset + length, end))).match(/^.{0,60}/u) ?? [];
  const before = text.slice(start, offset);
  const behind = text.slice(offset + piece.length, end);
  return [
    before.length > around ? `…${before.slice(-around)}` : before,
    piece,
    behind.length > around ? `${behind.slice(0, around)}…` : behind,
  ];
}
