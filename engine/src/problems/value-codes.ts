// What can be wrong with one value of a record, beside what field types, expressions and metadata say themselves.
import type { CodeEntry } from './codes.ts';

type Text = Omit<CodeEntry, 'status'>;

export const valueCodes = {
  required: { en: 'Please fill this in.', 'zh-CN': '请填写此项。' },
  read_only: { en: 'This field cannot be changed here.', 'zh-CN': '该字段不能在此修改。' },
  unknown_field: { en: 'There is no such field.', 'zh-CN': '不存在该字段。' },
  duplicate: { en: 'Another record has this value already.', 'zh-CN': '已有其他记录使用该值。' },
  record_not_found: { en: 'The record referred to does not exist.', 'zh-CN': '引用的记录不存在。' },
  not_offered: { en: 'This record cannot be chosen here.', 'zh-CN': '此处不能选择该记录。' },
  option_not_offered: {
    en: 'This choice does not go with the one that it depends on.',
    'zh-CN': '该选项与其所依赖的选项不符。',
  },
  several_found: { en: 'Several records match; use a unique field.', 'zh-CN': '有多条记录匹配，请使用唯一字段。' },
  not_applicable: {
    en: 'This field does not apply to the record as it is now.',
    'zh-CN': '按记录当前的情况，此字段不适用。',
  },
  out_of_sight: {
    en: 'Something that you may not see stands in the way. Ask your administrator.',
    'zh-CN': '您无权查看的内容不符合要求，请联系管理员。',
  },
  too_deep: { en: 'Rows within rows within rows are not supported.', 'zh-CN': '不支持更深层级的嵌套。' },
  not_yours: {
    en: 'After this change you could no longer see the record.',
    'zh-CN': '保存后您将无法查看该记录，因此不能这样修改。',
  },
  wrong_type: { en: 'A value of another kind is expected here.', 'zh-CN': '此处需要其他类型的值。' },
} as const satisfies Record<string, Text>;

export type ValueCode = keyof typeof valueCodes;
