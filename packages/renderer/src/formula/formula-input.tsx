// A formula as people write it: text in, JSONLogic out. Below it stand how the function at hand is called, what could be written, and
// what is wrong, with its place.
import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Completion } from '@trellis/expressions/formula/completions';
import type { Fields } from '@trellis/expressions/formula/fields';
import type { FormulaProblem } from '@trellis/expressions/formula/problems';
import { ToolButton } from '@trellis/ui/tool-button';
import styles from './formula-input.module.css';
import { languageOf } from './language-of.ts';
import { ProblemList } from './problem-list.tsx';
import { replaceText } from './replace-text.ts';
import { SignatureHint } from './signature-hint.tsx';
import { optionId, SuggestionList } from './suggestion-list.tsx';
import { useFormula, type FormulaValue } from './use-formula.ts';
import { useSettled } from './use-settled.ts';
import { useSuggestions } from './use-suggestions.ts';

interface FormulaInputProps extends FormulaValue {
  readonly fields: Fields;
  /** Of the input, for its label. */
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly placeholder?: string;
}

const patience = 500;

export function FormulaInput({ id, placeholder, fields, ...props }: FormulaInputProps): ReactNode {
  const { t, i18n } = useTranslation('formula');
  const ids = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const { text, problems, isUnreadable, write } = useFormula({ ...props, fields });
  const told = useSettled(
    useMemo(() => ({ text, problems }), [text, problems]),
    patience,
  );
  const isWrong = problems.length > 0 && told.problems.length > 0;

  const accept = ({ insert, caret }: Completion): void => {
    if (area.current) replaceText(area.current, suggestions.range, insert, caret);
    suggestions.close();
  };
  const language = languageOf(i18n.language);
  const options = useMemo(() => ({ language, fields, labels: true }), [language, fields]);
  const suggestions = useSuggestions(options, accept);
  const select = ({ offset, length }: FormulaProblem): void => {
    area.current?.focus();
    area.current?.setSelectionRange(offset, offset + length);
  };
  const isOpen = suggestions.items.length > 0;
  const described = [props['aria-describedby'], `${ids}_hint`, isWrong ? `${ids}_problems` : undefined];
  return (
    <div className={styles.formula}>
      <div className={styles.box}>
        <Input.TextArea
          {...(id !== undefined && { id })}
          ref={(input) => {
            area.current = input?.resizableTextArea?.textArea ?? null;
          }}
          autoSize={{ minRows: 2, maxRows: 14 }}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder={placeholder ?? ''}
          status={isWrong ? 'error' : ''}
          value={text}
          aria-label={props['aria-label']}
          aria-invalid={isWrong}
          aria-describedby={described.filter(Boolean).join(' ')}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={isOpen ? `${ids}_list` : undefined}
          aria-activedescendant={isOpen ? optionId(`${ids}_list`, suggestions.active) : undefined}
          onChange={({ target, nativeEvent }) => {
            write(target.value);
            const isComposing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
            if (isComposing) suggestions.close();
            else suggestions.follow(target.value, target.selectionStart);
          }}
          onCompositionEnd={({ currentTarget }) =>
            suggestions.follow(currentTarget.value, currentTarget.selectionStart)
          }
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={suggestions.onKeyDown}
          onClick={suggestions.close}
          onBlur={({ relatedTarget }) => relatedTarget?.role !== 'listbox' && suggestions.close()}
        />
        <div className={styles.row}>
          <SignatureHint id={`${ids}_hint`} text={text} caret={caret} />
          <ToolButton
            icon="square-function"
            aria-label={t('insert')}
            title={t('insert')}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              area.current?.focus();
              if (isOpen) suggestions.close();
              else suggestions.open(text, area.current?.selectionStart ?? text.length);
            }}
          />
        </div>
        {isOpen && <SuggestionList id={`${ids}_list`} suggestions={suggestions} accept={accept} />}
      </div>
      <span role="status" className="visually-hidden">
        {isOpen && t('found', { count: suggestions.items.length })}
      </span>
      {isUnreadable && <p className={styles.unreadable}>{t('unreadable')}</p>}
      {isWrong && <ProblemList id={`${ids}_problems`} {...told} select={select} />}
    </div>
  );
}
