// Options may depend on another field of the record: districts on the province. Option sets say so (`parent`), and the field that
// chooses from the parent set is the one depended on.
import { useFieldScreen } from './screen.ts';

interface Surroundings {
  readonly entity?: string | undefined;
  readonly record?: Readonly<Record<string, unknown>> | undefined;
}

/** The value of the field depended on; undefined where there is none, or nothing is chosen there yet. */
export function useParentValue(field: { readonly options: unknown }, { entity, record }: Surroundings): unknown {
  const screen = useFieldScreen();
  if (typeof field.options !== 'string' || entity === undefined || record === undefined) return undefined;
  const parentSet = screen.parentSetOf(field.options);
  if (parentSet === undefined) return undefined;
  const parent = Object.entries(screen.fieldsOf(entity)).find(([, other]) => other['options'] === parentSet);
  return parent ? (record[parent[0]] ?? undefined) : undefined;
}
