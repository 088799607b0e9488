// What is asked of a list, from the query of an address or the body of a request: read strictly, with what is not said filled in.
import type { Request } from 'express';
import { closedObject } from '../problems/closed-object.ts';
import { Refusal } from '../problems/problem.ts';
import { listDefaults, type ListRequest } from '../records/request.ts';
import { refuseDeep } from './body-depth.ts';
import { queryOf } from './query-string.ts';

const listMembers = ['select', 'filter', 'sort', 'limit', 'after', 'count', 'search', 'trash'] as const;
type ListMember = (typeof listMembers)[number];

export function listFromQuery(entity: string, request: Request): ListRequest {
  return listFromTexts(entity, queryOf(request, listMembers));
}

/** Members as they stand in an address. */
export function listFromTexts(entity: string, members: { readonly [Each in ListMember]?: string }): ListRequest {
  const { filter, limit, count, trash, ...texts } = members;
  return listFromBody(entity, {
    ...texts,
    ...(filter ? { filter: parsedFilter(filter) } : {}),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(count ? { count } : {}),
    ...(trash ? { trash: trash === 'true' || (trash === 'false' ? false : trash) } : {}),
  });
}

export function listFromBody(entity: string, body: unknown): ListRequest {
  const {
    select,
    filter = null,
    sort,
    limit = listDefaults.limit,
    after,
    count = 'none',
    search,
    trash = false,
  } = closedObject(body, listMembers);
  const bad = (reason: string): never => {
    throw new Refusal('malformed_request', { reason });
  };
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 500) return bad('limit: 1–500');
  if (count !== 'none' && count !== 'capped' && count !== 'exact') return bad('count: none | capped | exact');
  if (typeof trash !== 'boolean') return bad('trash: true | false');
  return {
    action: 'list',
    entity,
    select: Array.isArray(select) ? textsOf(select, 'select').join(',') : optionalText(select, 'select'),
    filter,
    sort: sortOf(sort),
    limit,
    after: optionalText(after, 'after'),
    count,
    search: optionalText(search, 'search')?.trim() || null,
    trash,
  };
}

function parsedFilter(text: string): unknown {
  let filter: unknown;
  try {
    filter = JSON.parse(text);
  } catch {
    throw new Refusal('malformed_request', { reason: 'filter: JSONLogic as JSON' });
  }
  refuseDeep(filter);
  return filter;
}

function sortOf(sort: unknown): readonly string[] {
  const keys = typeof sort === 'string' ? sort.split(',') : textsOf(sort ?? [], 'sort');
  if (keys.length > 5) throw new Refusal('malformed_request', { reason: 'sort: -close_date,name' });
  return keys.map((key) => key.trim()).filter((key) => key !== '');
}

function textsOf(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value) || !value.every((text): text is string => typeof text === 'string'))
    throw new Refusal('malformed_request', { reason: name });
  return value;
}

function optionalText(value: unknown, name: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') throw new Refusal('malformed_request', { reason: name });
  return value;
}
