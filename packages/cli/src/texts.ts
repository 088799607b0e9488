// What the commands say, in both languages. `{name}` is filled in.
import type { Language } from './language.ts';

const texts = {
  see_help: ['See `trellis help`.', '参见 `trellis help`。'],
  unknown_command: ['There is no command “{command}”.', '没有命令“{command}”。'],
  one_folder: ['`trellis {command}` takes one path.', '`trellis {command}` 需要一个路径。'],
  unreachable: [
    'No Trellis answers at {url}. Start it with `npm start`, or say where it is with --url.',
    '{url} 没有 Trellis 响应。请用 `npm start` 启动，或用 --url 指定地址。',
  ],
  no_credentials: [
    'Say who you are: --email and --password, or TRELLIS_EMAIL and TRELLIS_PASSWORD.',
    '请说明身份：--email 和 --password，或 TRELLIS_EMAIL 和 TRELLIS_PASSWORD。',
  ],
  hint: ['Way out: {hint}', '解决办法：{hint}'],
  good: ['{path}: no problems in {count} items.', '{path}：{count} 项，没有问题。'],
  problems: ['{count} problem(s).', '共 {count} 个问题。'],
  left_out: ['Left out, because they are for new workspaces: {kinds}', '跳过（只用于新工作区）：{kinds}'],
  nothing_to_do: ['Nothing to do: the workspace is what the files say.', '无需操作：工作区与文件一致。'],
  changes: ['Changes', '变更'],
  used_by: ['Used by', '被使用于'],
  database: ['In the database', '数据库操作'],
  rows: ['about {count} rows', '约 {count} 行'],
  loses: ['loses data', '会丢失数据'],
  not_additive: [
    'Not published: the change takes away or converts stored data, and so far only additions can be published.',
    '未发布：该变更会移除或转换已存储的数据，目前只能发布新增内容。',
  ],
  published: ['Published as version {version}.', '已发布为版本 {version}。'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type TextName = keyof typeof texts;

export function textOf(
  name: TextName,
  language: Language,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const text = texts[name][language === 'en' ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, param: string) =>
    Object.hasOwn(params, param) ? String(params[param]) : whole,
  );
}
