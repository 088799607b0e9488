// What a record's form is told by the screen that opens it.
import type { RefObject } from 'react';
import type { FieldProblem } from '@trellis/client/problem';
import type { RecordRow } from '@trellis/client/wire';
import type { RecordData } from '../model.ts';

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
  /** What the server has said about these values already. */
  readonly problems?: readonly FieldProblem[] | undefined;
  /** Where whoever closes the form from outside finds the question that comes before. */
  readonly leave?: RefObject<(() => void) | null> | undefined;
  onSaved(record: RecordRow): void;
  onCancel(): void;
}
