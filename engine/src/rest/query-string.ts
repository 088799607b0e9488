// What stands behind the `?` of an address: a name that is not understood is refused, for what it was meant to do would not be done.
import type { Request } from 'express';
import { Refusal } from '../problems/problem.ts';

/** @throws malformed_request for other names than the known ones, and for one that stands there twice. */
export function queryOf<Name extends string>(
  request: Request,
  known: readonly Name[],
): { readonly [Each in Name]?: string } {
  const values: { [Each in Name]?: string } = {};
  for (const [name, value] of Object.entries(request.query)) {
    const understood = known.find((each) => each === name);
    if (understood === undefined) throw new Refusal('malformed_request', { reason: `?${name.slice(0, 100)}=` });
    if (typeof value !== 'string') throw new Refusal('malformed_request', { reason: name });
    values[understood] = value;
  }
  return values;
}
