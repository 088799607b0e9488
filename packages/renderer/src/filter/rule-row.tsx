// One condition: field, how, and value, each changed where it stands.
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu } from '@trellis/ui/menu';
import { useModel } from '../model.ts';
import { FieldButton } from './field-button.tsx';
import { isUnary, type Rule } from './filter.ts';
import { newRule, withOperator } from './new-rule.ts';
import { isDateKind, isFilterable, operatorsOf, valueKindOf } from './operators-of.ts';
import { operatorName } from './sentence.ts';
import { ValueInput } from './value-input.tsx';
import styles from './filter-builder.module.css';

interface RuleRowProps {
  readonly entity: string;
  readonly rule: Rule;
  /** Just added: the cursor goes to its value. */
  readonly fresh: boolean;
  onChange(rule: Rule): void;
}

export function RuleRow({ entity, rule, fresh, onChange }: RuleRowProps): ReactNode {
  const { t } = useTranslation('filter');
  const model = useModel();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [, operator, value] = row.current?.children ?? [];
    const input = value?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]') ?? operator;
    if (fresh && input instanceof HTMLElement) input.focus();
  }, [fresh]);
  const field = model.field(entity, rule.field)?.field;
  if (!field) return <span className={styles.other}>{rule.field}</span>;
  const isDate = isDateKind(valueKindOf(field));
  const items = operatorsOf(field).map((operator) => ({
    key: operator,
    label: operatorName(operator, isDate, t),
    checked: operator === rule.operator,
    run: () => onChange(withOperator(rule, operator)),
  }));
  return (
    <div ref={row} className={styles.rule} data-fresh={fresh}>
      <FieldButton
        entity={entity}
        path={rule.field}
        accepts={isFilterable}
        onPick={(path) => onChange(newRule(model, entity, path) ?? rule)}
      />
      <Menu label={t('operator')} items={items}>
        <button type="button" className={styles.word}>
          {operatorName(rule.operator, isDate, t)}
        </button>
      </Menu>
      {!isUnary(rule.operator) && (
        <div className={styles.value}>
          <ValueInput field={field} rule={rule} onChange={(value) => onChange({ ...rule, value })} />
        </div>
      )}
    </div>
  );
}
