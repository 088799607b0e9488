// A filter as a sentence that can be changed word by word: where, and, or, groups. What is still incomplete filters nothing yet.
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@trellis/ui/choice';
import { Icon } from '@trellis/ui/icon';
import { ToolButton } from '@trellis/ui/tool-button';
import { useModel } from '../model.ts';
import { FieldList } from './field-list.tsx';
import { noFilter, type Group, type Item } from './filter.ts';
import { newRule } from './new-rule.ts';
import { isFilterable } from './operators-of.ts';
import { RuleRow } from './rule-row.tsx';
import styles from './filter-builder.module.css';

interface FilterBuilderProps {
  readonly entity: string;
  readonly filter: Group;
  /** Opens with a condition on this field, still without a value. */
  readonly startWith?: string | undefined;
  onChange(filter: Group): void;
}

export function FilterBuilder({ entity, filter, startWith, onChange }: FilterBuilderProps): ReactNode {
  const { t } = useTranslation('filter');
  const model = useModel();
  const [draft, setDraft] = useState<Group>(() => {
    const started = startWith === undefined ? undefined : newRule(model, entity, startWith);
    return started ? { ...filter, items: [...filter.items, started] } : filter;
  });
  const [begun, setBegun] = useState(startWith !== undefined);
  const change = (next: Group): void => {
    setDraft(next);
    onChange(next);
  };
  const pick = (path: string): void => {
    const rule = newRule(model, entity, path);
    if (rule) change({ ...draft, items: [...draft.items, rule] });
    setBegun(true);
  };
  if (draft.items.length === 0) return <FieldList entity={entity} accepts={isFilterable} onPick={pick} />;
  return (
    <div className={styles.builder}>
      <GroupRows entity={entity} group={draft} startAt={begun ? draft.items.length - 1 : undefined} onChange={change} />
      <footer className={styles.footer}>
        <ToolButton icon="x" onClick={() => change(noFilter)}>
          {t('clear_all')}
        </ToolButton>
      </footer>
    </div>
  );
}

interface GroupRowsProps {
  readonly entity: string;
  readonly group: Group;
  readonly nested?: boolean;
  /** Where the cursor is put at first: into the value of the condition at this place. */
  readonly startAt?: number | undefined;
  onChange(group: Group): void;
}

function GroupRows({ entity, group, nested = false, startAt, onChange }: GroupRowsProps): ReactNode {
  const { t } = useTranslation('filter');
  const model = useModel();
  const [picking, setPicking] = useState(false);
  const [fresh, setFresh] = useState(startAt);
  const adder = useRef<HTMLButtonElement>(null);
  const setItems = (items: readonly Item[]): void => onChange({ ...group, items });
  const replace = (index: number, item: Item): void => setItems(group.items.with(index, item));
  const remove = (index: number): void => {
    setFresh(undefined);
    setItems(group.items.toSpliced(index, 1));
    adder.current?.focus();
  };
  const add = (path: string): void => {
    const rule = newRule(model, entity, path);
    if (rule) setItems([...group.items, rule]);
    setFresh(group.items.length);
    setPicking(false);
  };
  return (
    <div role="group" aria-label={t('group')} className={nested ? styles.nested : styles.rows}>
      {group.items.map((item, index) => (
        <div key={index} className={styles.row}>
          <span className={styles.joint}>
            {index === 0 && t('where')}
            {index === 1 && <JoinChoice join={group.join} onChange={(join) => onChange({ ...group, join })} />}
            {index > 1 && (group.join === 'and' ? t('join_and') : t('join_or'))}
          </span>
          {item.kind === 'rule' && (
            <RuleRow entity={entity} rule={item} fresh={index === fresh} onChange={(rule) => replace(index, rule)} />
          )}
          {item.kind === 'other' && <span className={styles.other}>{t('other_condition')}</span>}
          {item.kind === 'group' && (
            <GroupRows entity={entity} group={item} nested onChange={(inner) => replace(index, inner)} />
          )}
          <button
            type="button"
            className={styles.remove}
            aria-label={t('remove_condition')}
            onClick={() => remove(index)}
          >
            <Icon name="x" size={14} />
          </button>
        </div>
      ))}
      {picking ? (
        <div className={styles.picking}>
          <FieldList entity={entity} accepts={isFilterable} onPick={add} />
        </div>
      ) : (
        <div className={styles.adders}>
          <ToolButton ref={adder} icon="plus" onClick={() => setPicking(true)}>
            {t('add_condition')}
          </ToolButton>
          {!nested && (
            <ToolButton
              icon="plus"
              onClick={() => setItems([...group.items, { kind: 'group', join: 'or', items: [] }])}
            >
              {t('add_group')}
            </ToolButton>
          )}
        </div>
      )}
    </div>
  );
}

function JoinChoice({ join, onChange }: { join: 'and' | 'or'; onChange(join: 'and' | 'or'): void }): ReactNode {
  const { t } = useTranslation('filter');
  const options = [
    { value: 'and' as const, label: t('join_and') },
    { value: 'or' as const, label: t('join_or') },
  ];
  return <Choice label={t('join')} value={join} options={options} onChange={onChange} />;
}
