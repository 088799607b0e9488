// The door for JSON objects whose members are settled: one that is misspelt must not be taken for one that is absent.
import { Refusal } from './problem.ts';

/** @param place of the object in the body, for messages; empty: the body itself. @throws malformed_request */
export function closedObject<Name extends string>(
  value: unknown,
  known: readonly Name[],
  place = '',
): { readonly [Member in Name]?: unknown } {
  const members = openObject(value, place);
  const names: readonly string[] = known;
  const stranger = Object.keys(members).find((name) => !names.includes(name));
  if (stranger !== undefined)
    throw new Refusal('malformed_request', {
      reason: `${place && `${place}: `}“${stranger.slice(0, 100)}” (${known.join(' | ')})`,
    });
  return members as { readonly [Member in Name]?: unknown };
}

/** An object whose members somebody else judges, such as the values of a record. @throws malformed_request */
export function openObject(value: unknown, place = ''): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('malformed_request', { reason: place ? `${place}: { … }` : 'the body must be a JSON object' });
  return value as Readonly<Record<string, unknown>>;
}
