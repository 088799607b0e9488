// A form that is being filled in: its store, what is kept of it in this browser, saving, and what is said when that fails.
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { createPendingEdits, PendingEditsContext } from '@trellis/field-types/ui/pending-edits';
import { modKey } from '@trellis/ui/keys';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import { formLogic } from '../settling/form-logic.ts';
import { DraftNotice } from './draft-notice.tsx';
import { FormContext, idsOf } from './form-context.ts';
import { FormFooter } from './form-footer.tsx';
import { createFormStore, type FormStore } from './form-store.ts';
import { SchemaForm } from './schema-form.tsx';
import { StaleDialog } from './stale-dialog.tsx';
import { useDraftKeeping } from './use-draft-keeping.ts';
import type { RecordFormProps } from './record-form-props.ts';
import type { LoadedForm } from './use-form-definition.ts';
import { useRelatedOfRows } from './use-related-of-rows.ts';
import { useRelatedValues } from './use-related-values.ts';
import { useSave } from './use-save.ts';

interface EditFormProps extends Omit<RecordFormProps, 'entity' | 'form' | 'id'> {
  readonly loaded: LoadedForm;
  /** Absent: a new record. */
  readonly record: RecordRow | undefined;
}

export function EditForm(props: EditFormProps): ReactNode {
  const { loaded, record, values, titleText, focus, problems, leave, onSaved, onCancel } = props;
  const { t } = useTranslation('forms');
  const model = useModel();
  const navigation = useNavigation();
  const formId = useId();
  const { definition } = loaded;
  const [pending] = useState(createPendingEdits);
  const [asking, setAsking] = useState(false);
  const keepEditing = useRef<HTMLButtonElement>(null);
  const [logic] = useState(() =>
    formLogic(definition, model, { me: model.me, timeZone: model.timeZone, now: new Date() }),
  );
  const [store] = useState(() => startStore());
  const draft = useDraftKeeping(store, { user: model.me.user.id, entity: definition.entity, id: record?.id });
  const { save, refuse, saving, failure, stale } = useSave({
    loaded,
    store,
    pending,
    idPrefix: formId,
    record,
    onSaved: saved,
  });

  useRelatedValues(definition, logic, store);
  useRelatedOfRows(definition.entity, logic, store);
  useEffect(() => navigation.guard(store.isChanged), [navigation, store]);
  const begin = useEffectEvent(() => {
    if (problems && problems.length > 0) return refuse(problems);
    const first =
      focus ?? (record ? undefined : [...definition.fields.keys()].find((name) => !store.field(name).readOnly));
    if (first) document.getElementById(idsOf(formId, first).input)?.focus();
  });
  useEffect(() => begin(), []);
  const askToLeave = useEffectEvent(() => cancel());
  useEffect(() => {
    if (!leave) return;
    leave.current = () => askToLeave();
    return () => {
      leave.current = null;
    };
  }, [leave]);

  return (
    <FormContext value={{ definition, store, idPrefix: formId }}>
      <PendingEditsContext value={pending}>
        <div onKeyDown={(event) => isSaveKey(event) && (event.preventDefault(), save())}>
          {draft.found && <DraftNotice at={draft.found.at} restore={draft.restore} discard={draft.discard} />}
          <SchemaForm id={formId} definition={definition} />
          <FormFooter failure={failure}>
            <Button onClick={cancel}>{t('cancel')}</Button>
            <Button
              type="primary"
              loading={saving}
              onClick={save}
              aria-keyshortcuts="Control+Enter"
              title={`${modKey} Enter`}
            >
              {t('save')}
            </Button>
          </FormFooter>
        </div>
        <Modal
          open={asking}
          width={400}
          title={t('discard_question')}
          closable={false}
          afterOpenChange={(open) => open && keepEditing.current?.focus()}
          onCancel={() => setAsking(false)}
          footer={
            <>
              <Button danger onClick={giveUp}>
                {t('discard')}
              </Button>
              <Button type="primary" ref={keepEditing} onClick={() => setAsking(false)}>
                {t('keep_editing')}
              </Button>
            </>
          }
        />
        {stale.current && <StaleDialog current={stale.current} resolve={stale.resolve} cancel={stale.cancel} />}
      </PendingEditsContext>
    </FormContext>
  );

  function startStore(): FormStore {
    const notOffered = t('option_not_offered');
    if (record) return createFormStore({ old: record, logic, notOffered, ...(values && { typed: values }) });
    const title = model.entity(definition.entity)?.title;
    const named = titleText && title && definition.fields.has(title) ? { [title]: titleText } : {};
    return createFormStore({ old: null, given: { ...named, ...values }, logic, notOffered });
  }

  function saved(written: RecordRow): void {
    store.rebase(written, [...definition.fields.keys()]);
    draft.forget();
    onSaved(written);
  }

  function cancel(): void {
    pending.flush();
    if (!store.isChanged()) return giveUp();
    setAsking(true);
  }

  function giveUp(): void {
    setAsking(false);
    store.discard();
    draft.forget();
    onCancel();
  }
}

function isSaveKey(event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean {
  return (event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key.toLowerCase() === 's');
}
