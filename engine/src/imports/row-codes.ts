// What can be wrong with a row of a file, beside what its values are refused for: in every language of the product.
import type { CsvFault } from './csv-reader.ts';
import { fillText, textIn, type Params } from '../problems/problem.ts';

export type RowCode =
  CsvFault | 'wrong_column_count' | 'key_not_found' | 'key_several' | 'not_allowed' | 'changed_meanwhile';

const texts = {
  quote_in_text: {
    en: 'A quotation mark stands inside a cell that does not begin with one. Put the cell in quotation marks and double those inside.',
    'zh-CN': '单元格中间出现了引号。请用引号包住整个单元格，并将其中的引号写成两个。',
  },
  text_after_quote: {
    en: 'Text follows a closing quotation mark. Double the quotation marks inside the cell, or close it at its end.',
    'zh-CN': '引号结束后还有文字。请将单元格中的引号写成两个，或在单元格末尾结束引号。',
  },
  quote_not_closed: { en: 'A quotation mark is not closed.', 'zh-CN': '引号没有结束。' },
  row_too_long: { en: 'The row is longer than 1,000,000 characters.', 'zh-CN': '该行超过 1,000,000 个字符。' },
  wrong_column_count: {
    en: 'The row has {found} cells, the header has {expected}.',
    'zh-CN': '该行有 {found} 个单元格，而表头有 {expected} 个。',
  },
  key_not_found: { en: 'No record has this key.', 'zh-CN': '没有记录具有该键值。' },
  key_several: { en: 'Several records have this key.', 'zh-CN': '有多条记录具有该键值。' },
  not_allowed: { en: 'You do not have the right to change this record.', 'zh-CN': '您没有修改该记录的权限。' },
  changed_meanwhile: {
    en: 'Others kept changing this record. Import the row again.',
    'zh-CN': '其他人正在修改该记录，请重新导入该行。',
  },
} as const satisfies Readonly<Record<RowCode, { en: string; 'zh-CN': string }>>;

export function rowMessage(code: RowCode, language: string, params: Params = {}): string {
  return fillText(textIn(texts[code], language), params);
}
