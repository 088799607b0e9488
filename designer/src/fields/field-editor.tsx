// Makes a field, or changes one: its type, labels, name, what its type may say, and whether the form shows it. Nothing is live
// before the draft is published.
import { useId, useState, type ReactNode } from 'react';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldType } from '@trellis/field-types/registry';
import type { Field } from '@trellis/metadata/kinds';
import { labelFromName } from '@trellis/metadata/labels';
import { useModel } from '@trellis/renderer/model';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { useToast } from '@trellis/ui/toast';
import { UseList } from '../browser/use-list.tsx';
import type { Use } from '../browser/uses.ts';
import { ComputedSummary } from '../computed/computed-summary.tsx';
import { isNewField, withField, withoutNewField, type StoredItems } from '../draft/draft.ts';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import { useStoredItems } from '../draft/use-stored-items.ts';
import { labelFrom } from '../labels/bilingual.ts';
import { LabelInputs } from '../labels/label-inputs.tsx';
import { DefaultValue } from './default-value.tsx';
import { draftOf, emptyDraft, fieldOf, newOptionSet, type FieldDraft } from './field-draft.ts';
import { nameProblem, proposeName } from './field-name.ts';
import styles from './fields.module.css';
import { Labelled } from './labelled.tsx';
import { TypeOptions } from './type-options.tsx';
import { TypePicker } from './type-picker.tsx';
import { useFieldCheck } from './use-field-check.ts';
import { useTypeLabel } from './use-type-label.ts';

interface FieldEditorProps {
  readonly entity: string;
  /** Absent: a new field. */
  readonly name: string | undefined;
  readonly uses: readonly Use[] | undefined;
  /** With the name of the field that was saved; absent: given up. */
  done(saved?: string): void;
}

export function FieldEditor(props: FieldEditorProps): ReactNode {
  const { model } = useDraftInHand();
  const forms = Object.values(model.forms).filter((form) => form.entity === props.entity);
  const shown = forms.find((form) => form.default) ?? forms[0];
  const { start, error, again } = useStoredItems(props.entity, shown?.name);
  if (start) return <EditorFrom {...props} start={start} />;
  return error ? <Failure error={error} retry={again} /> : <Skeleton lines={6} />;
}

function EditorFrom({
  entity,
  name,
  uses,
  done,
  start,
}: FieldEditorProps & { readonly start: StoredItems }): ReactNode {
  const { t } = useTranslation('designer');
  const { label } = useModel();
  const before = name === undefined ? undefined : start.entity?.fields[name];
  const [draft, setDraft] = useState<FieldDraft | null>(() => (before ? draftOf(before, label) : null));
  if (!draft) return <TypePicker choose={(type) => setDraft(emptyDraft(type))} />;
  return (
    <FieldForm
      {...{ entity, name, before, start, draft, setDraft, done }}
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
  readonly before: Field | undefined;
  readonly start: StoredItems;
  readonly draft: FieldDraft;
  setDraft(draft: FieldDraft | null): void;
  done(saved?: string): void;
  readonly footer: ReactNode;
}

function FieldForm({ entity, name, before, start, draft, setDraft, done, footer }: FieldFormProps): ReactNode {
  const { t } = useTranslation('designer');
  const toast = useToast();
  const typeLabel = useTypeLabel();
  const { label } = useModel();
  const ids = useId();
  const { model, published, change } = useDraftInHand();
  const fields = model.entities[entity]?.fields ?? {};
  const taken = new Set(Object.keys(fields).filter((other) => other !== name));
  const [typedName, setTypedName] = useState<string | null>(name ?? null);
  const [inForm, setInForm] = useState(name === undefined);
  const [tried, setTried] = useState(false);
  const shownName = typedName ?? proposeName(draft.label.en || draft.label.zh, draft.type, taken);
  const isNew = name === undefined || isNewField(published, entity, name);
  // A field that has no label is called after its name, and may stay so.
  const mayLackLabel = before !== undefined && before.label === undefined;
  const labelMissing = !mayLackLabel && labelFrom(draft.label) === undefined;
  const problem = nameProblem(shownName, taken);
  const check = useFieldCheck({ entity, name: shownName }, draft, before);
  const shownLabel = label(labelFrom(draft.label), shownName);
  const isWorkedOut = fieldType(draft.type).group === 'computed';
  const put = (more: Partial<FieldDraft>): void => setDraft({ ...draft, ...more });

  const save = (): void => {
    setTried(true);
    if (labelMissing || problem || !check.isSound) return;
    const optionSet = newOptionSet(draft, freeName(`${entity}_${shownName}`));
    const field = fieldOf(draft, before, optionSet);
    change((items) => withField(items, start, { name: shownName, field, optionSet, inForm }));
    toast.show({ text: t(name === undefined ? 'field_added' : 'field_changed'), tone: 'success' });
    done(shownName);
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
      <LabelInputs
        value={draft.label}
        error={tried && labelMissing ? t('label_missing') : ''}
        {...(mayLackLabel && name !== undefined && { placeholder: labelFromName(name) })}
        onChange={(label) => put({ label })}
      />
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
      <TypeOptions {...{ draft, put, entity }} errorOf={(option) => check.errorOf(option, tried)} />
      {check.computed && <ComputedSummary {...{ entity, name: shownName, ...check.computed }} label={shownLabel} />}
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
      {!isWorkedOut && (
        <Checkbox checked={draft.required} onChange={(event) => put({ required: event.target.checked })}>
          {t('required')}
        </Checkbox>
      )}
      {isNew && start.form && (
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
