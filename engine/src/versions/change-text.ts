// A change of the model in words: “Add the entity “book” · pages”.
import type { Change } from '@trellis/metadata/diff';
import type { Kind, Label } from '@trellis/metadata/kinds';
import { labelOf } from '@trellis/metadata/labels';
import { textIn } from '../problems/problem.ts';

interface Words {
  readonly en: string;
  readonly 'zh-CN': string;
}

const verbs: Readonly<Record<Change['change'], Words>> = {
  added: { en: 'Add the {what}', 'zh-CN': '新增{what}' },
  removed: { en: 'Take away the {what}', 'zh-CN': '移除{what}' },
  changed: { en: 'Change the {what}', 'zh-CN': '修改{what}' },
  renamed: { en: 'Rename the {what}', 'zh-CN': '重命名{what}' },
};

const kindWords: Readonly<Record<Kind, Words>> = {
  template: { en: 'template', 'zh-CN': '模板' },
  option_set: { en: 'option set', 'zh-CN': '选项集' },
  calendar: { en: 'calendar', 'zh-CN': '日历' },
  exchange_rate: { en: 'exchange rates', 'zh-CN': '汇率' },
  entity: { en: 'entity', 'zh-CN': '实体' },
  form: { en: 'form', 'zh-CN': '表单' },
  view: { en: 'view', 'zh-CN': '视图' },
  page: { en: 'page', 'zh-CN': '页面' },
  app: { en: 'app', 'zh-CN': '应用' },
  role: { en: 'role', 'zh-CN': '角色' },
  sample_data: { en: 'sample data', 'zh-CN': '示例数据' },
};

/** The label where there is one, the name otherwise. */
export function changeText(change: Change, language: string): string {
  const { kind, name, member } = change;
  const body = change.after ?? change.before;
  const item = itemText({ kind, name, body: member ? null : body }, language);
  const part = member ? ` · ${shown(body, member, language)}` : '';
  return textIn(verbs[change.change], language).replace('{what}', item + part);
}

/** “entity “Book”” */
export function itemText(item: { kind: Kind; name: string; body: unknown }, language: string): string {
  return `${textIn(kindWords[item.kind], language)} “${shown(item.body, item.name, language)}”`;
}

function shown(body: unknown, name: string, language: string): string {
  const label: unknown = typeof body === 'object' && body !== null && 'label' in body ? body.label : undefined;
  if (typeof label === 'string') return label;
  return typeof label === 'object' && label !== null ? labelOf(label as Label, language) : name;
}
