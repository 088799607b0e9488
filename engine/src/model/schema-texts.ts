// What a JSON Schema keyword that fails means to a person, in both languages; `{limit}` comes from the schema.
import type { ErrorObject } from 'ajv';
import { fillText, textIn } from '../problems/problem.ts';

interface SchemaText {
  readonly code: string;
  readonly en: string;
  readonly 'zh-CN': string;
}

const texts: Readonly<Record<string, SchemaText>> = {
  type: { code: 'wrong_type', en: 'A value of another kind is expected here.', 'zh-CN': '此处需要其他类型的值。' },
  enum: { code: 'not_an_option', en: 'Choose one of the values that are offered.', 'zh-CN': '请从可选值中选择。' },
  const: { code: 'not_an_option', en: 'Choose one of the values that are offered.', 'zh-CN': '请从可选值中选择。' },
  format: {
    code: 'wrong_format',
    en: 'This is not written as it should be ({format}).',
    'zh-CN': '格式不正确（{format}）。',
  },
  pattern: { code: 'wrong_format', en: 'This is not written as it should be.', 'zh-CN': '格式不正确。' },
  minimum: { code: 'too_small', en: 'At least {limit}.', 'zh-CN': '不能小于 {limit}。' },
  maximum: { code: 'too_large', en: 'At most {limit}.', 'zh-CN': '不能大于 {limit}。' },
  minLength: { code: 'too_short', en: 'At least {limit} characters.', 'zh-CN': '至少 {limit} 个字符。' },
  maxLength: { code: 'too_long', en: 'At most {limit} characters.', 'zh-CN': '最多 {limit} 个字符。' },
  minItems: { code: 'too_few', en: 'At least {limit} entries.', 'zh-CN': '至少 {limit} 项。' },
  maxItems: { code: 'too_many', en: 'At most {limit} entries.', 'zh-CN': '最多 {limit} 项。' },
  uniqueItems: { code: 'repeated', en: 'The same entry stands here twice.', 'zh-CN': '存在重复项。' },
  additionalProperties: {
    code: 'unknown_member',
    en: 'There is no part “{additionalProperty}”.',
    'zh-CN': '不存在“{additionalProperty}”这一项。',
  },
  required: { code: 'required', en: '“{missingProperty}” is missing.', 'zh-CN': '缺少“{missingProperty}”。' },
};

const unknown: SchemaText = { code: 'invalid', en: 'This value cannot be taken.', 'zh-CN': '该值无效。' };

export function schemaText(error: ErrorObject, language: string): { readonly code: string; readonly message: string } {
  const text = texts[error.keyword] ?? unknown;
  return { code: text.code, message: fillText(textIn(text, language), error.params) };
}
