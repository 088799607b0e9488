// Makes a field, or changes one: its type, labels, name, what its type may say, and whether the form shows it. Nothing is live
// before the draft is published.
import { useId, useState, type ReactNode } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import { useToast } from '@trellis/ui/toast';
import { UseList } from '../browser/use-list.tsx';
import type { Use } from '../browser/uses.ts';
import { isNewField, withField, withoutNewField } from '../draft/draft.ts';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { DefaultValue } from './default-value.tsx';
import { draftOf, emptyDraft, fieldOf, newOptionSet, type FieldDraft } from './field-draft.ts';
import { nameProblem, proposeName } from './field-name.ts';
import styles from './fields.module.css';
import { Labelled } from './labelled.tsx';
import { missingOptions, TypeOptions } from './type-options.tsx';
import { TypePicker } from './type-picker.tsx';
import { useTypeLabel } from './use-type-label.ts';

interface FieldEditorProps {
  readonly entity: string;
  /** Absent: a new field. */
  readonly name: string | undefined;
  readonly uses: readonly Use[] | undefined;
  /** With the field's name where there is one now. */
  done(saved?: string): void;
}

export function FieldEditor({ entity, name, uses, done }: FieldEditorProps): ReactNode {
  const { t } = useTranslation('designer');
  const { label } = useModel();
  const { model } = useDraftInHand();
  const before = name === undefined ? undefined : model.entities[entity]?.fields[name];
  const [draft, setDraft] = useState<FieldDraft | null>(() => (before ? draftOf(before, label) : null));
  if (!draft) return <TypePicker choose={(type) => setDraft(emptyDraft(type))} />;
  return (
    <FieldForm
      {...{ entity, name, draft, setDraft, done }}
      footer={
        name !== undefined && (
          <section className={styles.uses}>
            <h3>{t('used_by')}</h3>
            {uses && <UseList uses={uses} />}
          </section>
        )
      }
    />
  );
}

interface FieldFormProps {
  readonly entity: string;
  readonly name: string | undefined;
  readonly draft: FieldDraft;
  setDraft(draft: FieldDraft | null): void;
  done(saved?: string): void;
  readonly footer: ReactNode;
}

function FieldForm({ entity, name, draft, setDraft, done, footer }: FieldFormProps): ReactNode {
  const { t } = useTranslation('designer');
  const toast = useToast();
  const typeLabel = useTypeLabel();
  const ids = useId();
  const { model, published, change } = useDraftInHand();
  const fields = model.entities[entity]?.fields ?? {};
  const taken = new Set(Object.keys(fields).filter((other) => other !== name));
  const [typedName, setTypedName] = useState<string | null>(name ?? null);
  const [inForm, setInForm] = useState(name === undefined);
  const [tried, setTried] = useState(false);
  const form =
    Object.values(model.forms).find((other) => other.entity === entity && other.default) ??
    Object.values(model.forms).find((other) => other.entity === entity);
  const shownName = typedName ?? proposeName(draft.label.en || draft.label.zh, draft.type, taken);
  const isNew = name === undefined || isNewField(published, entity, name);
  const labelMissing = draft.label.en.trim() === '' && draft.label.zh.trim() === '';
  const problem = nameProblem(shownName, taken);
  const missing = missingOptions(draft);
  const put = (more: Partial<FieldDraft>): void => setDraft({ ...draft, ...more });

  const save = (): void => {
    setTried(true);
    if (labelMissing || problem || missing.length > 0) return;
    const optionSet = newOptionSet(draft, freeName(`${entity}_${shownName}`));
    const field = fieldOf(draft, fields[shownName], optionSet);
    change((items) =>
      withField(published, items, {
        entity,
        name: shownName,
        field,
        optionSet,
        ...(inForm && form && { form: form.name }),
      }),
    );
    toast.show({ text: t(name === undefined ? 'field_added' : 'field_changed'), tone: 'success' });
    done(name === undefined ? undefined : shownName);
  };
  const remove = (): void => {
    if (name !== undefined) change((items) => withoutNewField(published, items, entity, name));
    done();
  };
  return (
    <form
      className={styles.editor}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{name === undefined ? t('new_field_of', { type: typeLabel(draft.type) }) : typeLabel(draft.type)}</h2>
      <Labelled label={t('label_en')} error={tried && labelMissing ? t('label_missing') : ''} required>
        {(props) => (
          <Input
            {...props}
            autoFocus
            value={draft.label.en}
            onChange={(event) => put({ label: { ...draft.label, en: event.target.value } })}
          />
        )}
      </Labelled>
      <Labelled label={t('label_zh')}>
        {(props) => (
          <Input
            {...props}
            value={draft.label.zh}
            onChange={(event) => put({ label: { ...draft.label, zh: event.target.value } })}
          />
        )}
      </Labelled>
      <Labelled
        label={t('name')}
        help={t('name_help')}
        error={(tried || typedName !== null) && problem ? t(`name_${problem}`) : ''}
        required
      >
        {(props) => (
          <Input
            {...props}
            disabled={!isNew || name !== undefined}
            value={shownName}
            onChange={(event) => setTypedName(event.target.value)}
          />
        )}
      </Labelled>
      <TypeOptions {...{ draft, put, entity }} missing={tried ? missing : []} />
      <Labelled label={t('help')}>
        {(props) => (
          <Input.TextArea
            {...props}
            autoSize={{ minRows: 1, maxRows: 4 }}
            value={draft.help}
            onChange={(event) => put({ help: event.target.value })}
          />
        )}
      </Labelled>
      <DefaultValue {...{ entity, draft, put }} id={`${ids}_default`} name={shownName} />
      <Checkbox checked={draft.required} onChange={(event) => put({ required: event.target.checked })}>
        {t('required')}
      </Checkbox>
      {isNew && form && (
        <Checkbox checked={inForm} onChange={(event) => setInForm(event.target.checked)}>
          {t('in_form')}
        </Checkbox>
      )}
      <footer>
        {name === undefined && <Button onClick={() => setDraft(null)}>{t('other_type')}</Button>}
        {name !== undefined && isNew && (
          <Button danger onClick={remove}>
            {t('remove_again')}
          </Button>
        )}
        <Button onClick={() => done()}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit">
          {name === undefined ? t('add_to_draft') : t('change_in_draft')}
        </Button>
      </footer>
      {footer}
    </form>
  );

  function freeName(stem: string): string {
    return proposeName(stem, draft.type, new Set(Object.keys(model.option_sets)));
  }
}
