// Structured values whose members are short texts, such as an address: normalized, described and compared the same way.
import type { JsonSchema } from '../contract.ts';
import { blank, ok, refuse, type Refusal } from '../normalized.ts';
import { normalizeTrimmed } from '../text/plain.ts';

export type Members<Name extends string> = { readonly [Member in Name]?: string };

export function membersSchema(names: readonly string[], maxLength: number): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { type: ['string', 'null'], maxLength }])),
    additionalProperties: false,
  };
}

/** In the order of `names`, blank members left out; without any, blank. */
export function normalizeMembers<Name extends string>(
  value: unknown,
  names: readonly Name[],
  maxLength: number,
): { readonly ok: true; readonly value: Members<Name> | null } | Refusal {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('not_an_object');
  const given = new Map<string, unknown>(Object.entries(value));
  const unknown = [...given.keys()].find((key) => !names.some((name) => name === key));
  if (unknown !== undefined) return refuse('unknown_member', { name: unknown.slice(0, 100) });
  const members: { [Member in Name]?: string } = {};
  for (const name of names) {
    const member = given.get(name) ?? null;
    const text = member === null ? blank : normalizeTrimmed(member, maxLength);
    if (!text.ok) return text;
    if (text.value !== null) members[name] = text.value;
  }
  return Object.keys(members).length === 0 ? blank : ok(members);
}

export function sameMembers<Name extends string>(
  read: { readonly ok: true; readonly value: Members<Name> | null } | Refusal,
  value: Members<Name>,
  names: readonly Name[],
): boolean {
  return read.ok && read.value !== null && names.every((name) => read.value?.[name] === value[name]);
}
