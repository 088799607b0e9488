// The form of a record: a new one, or one that exists. Loads what it needs, then hands over to `EditForm`.
import type { ReactNode } from 'react';
import { Failure } from '@trellis/ui/failure';
import { Skeleton } from '@trellis/ui/skeleton';
import { useRecord } from '../data/records.ts';
import { EditForm } from './edit-form.tsx';
import type { RecordFormProps } from './record-form-props.ts';
import { useFormDefinition } from './use-form-definition.ts';

export function RecordForm({ entity, form, id, ...props }: RecordFormProps): ReactNode {
  const { loaded, error, refetch } = useFormDefinition(entity, form);
  const record = useRecord(entity, id);
  const failure = error ?? record.error;
  if (failure) return <Failure error={failure} retry={() => void (error ? refetch() : record.refetch())} />;
  if (!loaded || (id !== undefined && !record.data)) return <Skeleton lines={8} height={20} gap={24} />;
  return <EditForm key={id ?? 'new'} loaded={loaded} record={record.data} {...props} />;
}
