// Text with parts replaced, and text repeated. What would become too long is null.
import { named } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { repeatTextFunction } from '../sql-functions/repeat-text.ts';
import { replaceTextFunction } from '../sql-functions/replace-text.ts';
import { call } from '../sql-functions/sql-function.ts';
import { exactly, type Operator } from '../typed.ts';
import { truncate } from '../values/numbers.ts';
import { repeatText, replaceText } from '../values/text-changes.ts';

export const replace: Operator = {
  help: {
    group: 'text',
    names: { en: 'SUBSTITUTE', 'zh-CN': '替换' },
    parameters: [named('text', '文本'), named('part', '原文字'), named('replacement', '新文字')],
    summary: {
      en: 'The text with every occurrence of a part replaced; case counts.',
      'zh-CN': '把文本中出现的每一处原文字替换为新文字，区分大小写。',
    },
    examples: [{ json: { replace: ['2026-03-31', '-', '/'] }, result: '2026/03/31' }],
  },
  signatures: [
    {
      name: 'replace',
      takes: exactly('text', 'text', 'text'),
      gives: 'text',
      evaluate: (text: string, part: string, replacement: string) => replaceText(text, part, replacement),
      sql: (args) => call(replaceTextFunction, args),
      weight: 50,
    },
  ],
};

export const repeat: Operator = {
  help: {
    group: 'text',
    names: { en: 'REPT', 'zh-CN': '重复' },
    parameters: [named('text', '文本'), named('times', '次数')],
    summary: { en: 'The text so many times over.', 'zh-CN': '将文本重复若干次。' },
    examples: [{ json: { repeat: ['★', 3] }, result: '★★★' }],
  },
  signatures: [
    {
      name: 'repeat',
      takes: exactly('text', 'number'),
      gives: 'text',
      evaluate: (text: string, times: Numeric) => repeatText(text, truncate(times)),
      sql: (args) => call(repeatTextFunction, args),
      weight: 50,
    },
  ],
};
