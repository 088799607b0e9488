// The form of a record: a new one, or one that exists. Loads what it needs, then hands over to `EditForm`.
import type { ReactNode } from 'react';
import type { RecordRow } from '@trellis/client/wire';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { useRecord } from '../data/records.ts';
import type { RecordData } from '../model.ts';
import { EditForm } from './edit-form.tsx';
import { useFormDefinition } from './use-form-definition.ts';

export interface RecordFormProps {
  readonly entity: string;
  /** Name of a form of the entity; absent: its default. */
  readonly form?: string | undefined;
  /** Absent: a new record. */
  readonly id?: string | undefined;
  /** Preset values of a new record, such as the parent that it is made under. */
  readonly values?: RecordData | undefined;
  /** A text for the title of a new record. */
  readonly titleText?: string | undefined;
  /** Puts the cursor into this field. */
  readonly focus?: string | undefined;
  onSaved(record: RecordRow): void;
  onCancel(): void;
}

export function RecordForm({ entity, form, id, ...props }: RecordFormProps): ReactNode {
  const { loaded, error, refetch } = useFormDefinition(entity, form);
  const record = useRecord(entity, id);
  const failure = error ?? record.error;
  if (failure) return <Failure error={failure} retry={() => void (error ? refetch() : record.refetch())} />;
  if (!loaded || (id !== undefined && !record.data)) return <Skeleton lines={8} height={20} gap={24} />;
  return <EditForm key={id ?? 'new'} loaded={loaded} record={record.data} {...props} />;
}
