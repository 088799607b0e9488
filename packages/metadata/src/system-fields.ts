// The fields that every entity has without saying so. They may be shown, filtered and sorted by, and never declared.
import type { Entity, Field } from './kinds.ts';

const always: { readonly [name: string]: Field } = {
  id: { type: 'text', label: { en: 'ID', 'zh-CN': 'ID' } },
  created_at: { type: 'datetime', label: { en: 'Created', 'zh-CN': '创建时间' } },
  created_by: { type: 'user', label: { en: 'Created by', 'zh-CN': '创建人' } },
  updated_at: { type: 'datetime', label: { en: 'Changed', 'zh-CN': '修改时间' } },
  updated_by: { type: 'user', label: { en: 'Changed by', 'zh-CN': '修改人' } },
  version: { type: 'integer', label: { en: 'Version', 'zh-CN': '版本' } },
  deleted_at: { type: 'datetime', label: { en: 'Deleted', 'zh-CN': '删除时间' } },
};
const owner: Field = { type: 'user', label: { en: 'Owner', 'zh-CN': '负责人' } };
const team: Field = { type: 'team', label: { en: 'Team', 'zh-CN': '团队' } };

export type Ownership = NonNullable<Entity['ownership']>;

/** Absent in an entity: records belong to a user. */
export const defaultOwnership: Ownership = 'user';

/** By name, in the order in which tables hold them. `id` is a uuid, whatever its field type is shown with. */
export function systemFields(ownership: Ownership = defaultOwnership): { readonly [name: string]: Field } {
  return { ...always, ...(ownsUser(ownership) ? { owner } : {}), ...(ownsTeam(ownership) ? { team } : {}) };
}

/** Every system field there can be, whatever the ownership. */
export const systemFieldNames: readonly string[] = Object.keys(systemFields('user_and_team'));

function ownsUser(ownership: Ownership): boolean {
  return ownership === 'user' || ownership === 'user_and_team';
}

function ownsTeam(ownership: Ownership): boolean {
  return ownership === 'team' || ownership === 'user_and_team';
}
