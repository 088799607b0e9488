// What the inputs of a type's options are given.
import type { FieldDraft } from '../fields/field-draft.ts';

export interface OwnOptionsProps {
  /** The entity that the field belongs to. */
  readonly entity: string;
  readonly draft: FieldDraft;
  /** What is wrong with an option; empty where nothing is. */
  errorOf(option: string): string;
  put(more: Partial<FieldDraft>): void;
}
