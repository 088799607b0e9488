// Saving a form: what is still pending in inputs, the check, the request; and where the answer goes when it is refused.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf, type FieldProblem } from '@trellis/client/problem';
import type { RecordRow } from '@trellis/client/wire';
import type { PendingEdits } from '@trellis/field-types/ui/pending-edits';
import { useWriteRecord } from '../data/write-records.ts';
import { useModel } from '../model.ts';
import { dropBlankRows } from './blank-rows.ts';
import { placeErrors, type FormErrors, type LocatedMessage } from './field-errors.ts';
import { focusFirstWrong } from './focus-first-wrong.ts';
import type { FormStore } from './form-store.ts';
import type { LoadedForm } from './use-form-definition.ts';
import { validateValues } from './validate.ts';
import { writtenValues } from './written-values.ts';

interface SaveOptions {
  readonly loaded: LoadedForm;
  readonly store: FormStore;
  readonly pending: PendingEdits;
  readonly idPrefix: string;
  readonly record: RecordRow | undefined;
  onSaved(record: RecordRow): void;
}

export interface Save {
  save(): void;
  /** Shows what the server says about the values, and puts the cursor there. */
  refuse(problems: readonly FieldProblem[]): void;
  readonly saving: boolean;
  /** Why the whole of it failed, where no field is to blame. */
  readonly failure: string;
  readonly stale: {
    /** The record as somebody else has saved it meanwhile. */
    readonly current: RecordRow | null;
    resolve(theirs: readonly string[]): void;
    cancel(): void;
  };
}

export function useSave(options: SaveOptions): Save {
  const { loaded, store, pending, idPrefix, record, onSaved } = options;
  const { definition, validator } = loaded;
  const { t } = useTranslation('forms');
  const model = useModel();
  const write = useWriteRecord(definition.entity);
  const [failure, setFailure] = useState('');
  const [current, setCurrent] = useState<RecordRow | null>(null);
  const version = useRef(record?.version);
  // A second click comes before any rendering that says so; what is saved stays saved while its form goes away.
  const isSent = useRef(false);
  const isShown = (name: string): boolean => definition.fields.has(name) && store.field(name).visible;

  const show = (messages: readonly LocatedMessage[]): void => {
    const errors: FormErrors = placeErrors(messages, isShown);
    store.fail(errors);
    focusFirstWrong(definition, errors, idPrefix);
  };

  const fail = (error: unknown): void => {
    isSent.current = false;
    const problem = problemOf(error);
    const newer = problem?.code === 'stale' ? recordIn(problem.members['current']) : null;
    if (newer) setCurrent(newer);
    else if (problem?.errors.length) show(problem.errors.map(located));
    else setFailure(problem ? (problem.detail ?? problem.title) : t('unreachable'));
  };

  const send = (): void => {
    const values = writtenValues(model, definition.entity, store.written());
    if (record && Object.keys(values).length === 0) return onSaved(record);
    isSent.current = true;
    write.mutate({ id: record?.id, values, version: version.current }, { onSuccess: onSaved, onError: fail });
  };

  const save = (): void => {
    if (isSent.current) return;
    pending.flush();
    dropBlankRows(definition, store);
    setFailure('');
    const required = [...definition.fields.keys()].filter(
      (name) => store.field(name).required && !store.field(name).isOpen,
    );
    const texts = { required: t('required'), invalid: t('invalid') };
    const found = validateValues(store.values(), {
      model,
      entity: definition.entity,
      validator,
      texts,
      required,
      isShown,
    });
    const choices = [...definition.fields.keys()].filter((name) => store.field(name).isNotOffered);
    const offers = choices.map((name) => ({ path: `/${name}`, message: t('option_not_offered') }));
    const wrong = new Set([...found, ...offers].map(({ path }) => path.split('/')[1] ?? ''));
    const all = [...found, ...offers, ...store.broken(wrong).filter(({ path }) => !wrong.has(path.slice(1)))];
    if (all.length > 0) show(all);
    else send();
  };
  return {
    save,
    refuse: (problems) => show(problems.map(located)),
    saving: write.isPending,
    failure,
    stale: {
      current,
      cancel: () => setCurrent(null),
      resolve(theirs) {
        if (!current || isSent.current) return;
        version.current = current.version;
        store.rebase(current, theirs);
        setCurrent(null);
        send();
      },
    },
  };
}

function located({ path, message, hint }: FieldProblem): LocatedMessage {
  return { path, message: hint ? `${message} ${hint}` : message };
}

function recordIn(value: unknown): RecordRow | null {
  return typeof value === 'object' && value !== null && 'id' in value ? (value as RecordRow) : null;
}
