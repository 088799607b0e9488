// What cells and widgets need to know of the screen around them. The renderer provides it; a field type knows neither
// the metadata of other entities, nor the router, nor how records are fetched.
import { createContext, use, type MouseEvent } from 'react';
import type { Label, OptionValue } from '../contract.ts';

export interface Reference {
  readonly id: string;
  readonly title: string;
}

export interface FoundRecord extends Reference {
  readonly subtitle?: string;
}

export interface RecordAddress {
  readonly entity: string;
  readonly id: string;
}

export interface FindRequest {
  readonly entity: string;
  readonly text: string;
  /** JSONLogic over the records that may be chosen; `$record.x` is a value of the record that is being edited. */
  readonly filter?: unknown;
  readonly record?: Readonly<Record<string, unknown>> | undefined;
}

/** Records as pickers ask for them. */
export interface RecordSource {
  /** The best matches for what is typed; for nothing typed, the ones that the user had last. */
  find(request: FindRequest, signal: AbortSignal): Promise<readonly FoundRecord[]>;
  /** Lets the user make one without leaving; `null` when given up. */
  create(entity: string, title: string): Promise<Reference | null>;
  canCreate(entity: string): boolean;
  remember(entity: string, record: FoundRecord): void;
}

export interface FieldScreen {
  readonly language: string;
  readonly timeZone: string;
  /** ISO 4217 and ISO 3166 codes of the workspace. */
  readonly currency: string;
  readonly country: string;
  label(label: Label | undefined, fallback?: string): string;
  /** The values of an option set by its name, or the values that a field lists itself. */
  optionsOf(options: unknown): readonly OptionValue[];
  /** The option set that the values of another depend on. */
  parentSetOf(optionSet: string): string | undefined;
  /** What records of an entity are called, one of them and many. */
  entityLabel(entity: string): { readonly one: string; readonly many: string };
  /** The fields of another entity, for the rows of a child table. */
  fieldsOf(entity: string): Readonly<Record<string, FieldJson>>;
  hrefOf(address: RecordAddress): string;
  /** Follows a link to a record without loading the page anew. */
  open(address: RecordAddress, event: MouseEvent): void;
  readonly records: RecordSource;
}

/** A field of any type, as metadata writes it. */
export interface FieldJson {
  readonly type: string;
  readonly label?: Label;
  readonly [member: string]: unknown;
}

export const FieldScreenContext = createContext<FieldScreen | null>(null);

export function useFieldScreen(): FieldScreen {
  const screen = use(FieldScreenContext);
  if (!screen) throw new Error('FieldScreenContext is missing above this field');
  return screen;
}
