// The engine's own layer, below every template: the people and teams that records belong to. Templates may extend both.
import type { Entity, OptionSet, Role } from '../kinds.ts';
import type { Layer } from './compose.ts';

const userLanguage: OptionSet = {
  name: 'user_language',
  label: { en: 'Language', 'zh-CN': '语言' },
  values: [
    { value: 'en', label: 'English' },
    { value: 'zh-CN', label: '简体中文' },
  ],
};

const user: Entity = {
  name: 'user',
  label: { en: 'User', 'zh-CN': '用户' },
  labels: { en: 'Users', 'zh-CN': '用户' },
  icon: 'user',
  title: 'name',
  ownership: 'none',
  history: true,
  search: ['name', 'email'],
  fields: {
    name: { type: 'text', label: { en: 'Name', 'zh-CN': '姓名' }, required: true, max_length: 200 },
    email: { type: 'email', label: { en: 'E-mail', 'zh-CN': '邮箱' }, required: true, unique: true },
    phone: { type: 'phone', label: { en: 'Phone', 'zh-CN': '电话' } },
    avatar: { type: 'image', label: { en: 'Picture', 'zh-CN': '头像' } },
    manager: { type: 'user', label: { en: 'Manager', 'zh-CN': '上级' } },
    teams: { type: 'multi_lookup', label: { en: 'Teams', 'zh-CN': '团队' }, entity: 'team' },
    language: { type: 'select', label: { en: 'Language', 'zh-CN': '语言' }, options: 'user_language' },
    time_zone: { type: 'text', label: { en: 'Time zone', 'zh-CN': '时区' }, max_length: 64 },
    active: { type: 'boolean', label: { en: 'Active', 'zh-CN': '启用' }, default: true },
  },
};

const team: Entity = {
  name: 'team',
  label: { en: 'Team', 'zh-CN': '团队' },
  labels: { en: 'Teams', 'zh-CN': '团队' },
  icon: 'team',
  title: 'name',
  ownership: 'none',
  history: true,
  search: ['name'],
  fields: {
    name: { type: 'text', label: { en: 'Name', 'zh-CN': '名称' }, required: true, max_length: 200 },
    parent: { type: 'lookup', label: { en: 'Part of', 'zh-CN': '上级团队' }, entity: 'team', on_delete: 'clear' },
    head: { type: 'user', label: { en: 'Head', 'zh-CN': '负责人' } },
  },
};

/** The role of whoever sets a workspace up; a template may say what it means by it. */
const administrator: Role = {
  name: 'administrator',
  label: { en: 'Administrator', 'zh-CN': '管理员' },
  all: 'write',
  rights: ['designer', 'users', 'audit', 'backup', 'api_keys', 'jobs'],
};

export const engineLayer: Layer = {
  name: 'engine',
  items: [
    { kind: 'option_set', name: userLanguage.name, body: userLanguage },
    { kind: 'entity', name: user.name, body: user },
    { kind: 'entity', name: team.name, body: team },
    { kind: 'role', name: administrator.name, body: administrator },
  ],
};

/** Entities that exist in every workspace; signing in and rights are not reached through them. */
export const engineEntities: readonly string[] = [user.name, team.name];
