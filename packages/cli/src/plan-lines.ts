// A plan in words: what changes, who uses it, what the database will do.
import type { Plan, PlannedChange, PlannedStep } from '@trellis/client/wire';
import type { Language } from './language.ts';
import { textOf } from './texts.ts';

export function planLines(plan: Plan, language: Language): string[] {
  return [
    ...section(
      textOf('changes', language),
      plan.changes.map((change) => changeText(change, language)),
    ),
    ...section(
      textOf('used_by', language),
      plan.impact.map(({ from, to }) => useText(from, to, language)),
    ),
    ...section(
      textOf('database', language),
      plan.steps.map((step) => stepText(step, language)),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...[...new Set(lines)].map((line) => `  ${line}`), ''];
}

const marks: Readonly<Record<PlannedChange['change'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  renamed: '>',
};

const kindLabels: Readonly<Record<string, string>> = {
  option_set: '选项集',
  calendar: '日历',
  exchange_rate: '汇率',
  entity: '实体',
  form: '表单',
  view: '视图',
  page: '页面',
  app: '应用',
  role: '角色',
};

/** `+ entity book`, `+ entity book: pages`, `~ view book_all: /columns` */
function changeText({ change, kind, name, member, path }: PlannedChange, language: Language): string {
  const part = member ?? path;
  return `${marks[change]} ${itemText({ kind, name }, language)}${part ? `: ${part}` : ''}`;
}

/** `view book_all → entity book: pages` */
function useText(from: Item, to: Item & { readonly member?: string }, language: Language): string {
  return `${itemText(from, language)} → ${itemText(to, language)}${to.member ? `: ${to.member}` : ''}`;
}

interface Item {
  readonly kind: string;
  readonly name: string;
}

function itemText({ kind, name }: Item, language: Language): string {
  const label = language === 'en' ? kind.replaceAll('_', ' ') : (kindLabels[kind] ?? kind);
  return `${label} ${name}`;
}

function stepText({ text, rows, class: kind }: PlannedStep, language: Language): string {
  const notes = [
    ...(rows > 0 ? [textOf('rows', language, { count: rows })] : []),
    ...(kind === 'destructive' ? [textOf('loses', language)] : []),
  ];
  return notes.length === 0 ? text : `${text} (${notes.join(', ')})`;
}
