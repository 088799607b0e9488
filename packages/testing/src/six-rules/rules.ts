// Six rules as a business user would write them, in formula text and in both languages: whichever way a record comes, and in the form
// that it is typed into, they are to refuse the same rows with the same message.
import { parseFormula } from '@trellis/expressions/formula/parse';
import { toJson } from '@trellis/expressions/to-json';
import { entity, role } from '@trellis/metadata/builders';
import type { Entity, Field, RawItem } from '@trellis/metadata/kinds';

export type Language = 'en' | 'zh-CN';
export type InBoth = Readonly<Record<Language, string>>;

export interface BusinessRule {
  readonly at: string;
  readonly formula: InBoth;
  readonly message: InBoth;
}

export type RuleName =
  'postcode_by_country' | 'phone_format' | 'end_after_start' | 'discount_ceiling' | 'lost_why' | 'close_not_past';

/** The fifth is a condition of its field, the others are rules of the entity. */
export const sixRules: Readonly<Record<RuleName, BusinessRule>> = {
  postcode_by_country: {
    at: 'postcode',
    formula: {
      en: String.raw`ISBLANK([Postcode]) OR IF([Country] = "CN", MATCHES([Postcode], "^\d{6}$"), [Country] = "US", MATCHES([Postcode], "^\d{5}(-\d{4})?$"), [Country] = "GB", MATCHES(UPPER([Postcode]), "^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$"), TRUE)`,
      'zh-CN': String.raw`为空([邮编]) 或 如果([国家] = "CN", 匹配正则([邮编], "^\d{6}$"), [国家] = "US", 匹配正则([邮编], "^\d{5}(-\d{4})?$"), [国家] = "GB", 匹配正则(转大写([邮编]), "^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$"), 真)`,
    },
    message: { en: 'This is no postcode of that country.', 'zh-CN': '邮编与所选国家不符。' },
  },
  phone_format: {
    at: 'phone',
    formula: {
      en: String.raw`ISBLANK([Phone]) OR MATCHES([Phone], "^(\+\d{1,3} )?\d{3,4}[ -]?\d{3,4}[ -]?\d{4}$")`,
      'zh-CN': String.raw`为空([电话]) 或 匹配正则([电话], "^(\+\d{1,3} )?\d{3,4}[ -]?\d{3,4}[ -]?\d{4}$")`,
    },
    message: { en: 'Write the phone number like +86 138 0013 8000.', 'zh-CN': '电话请写成 +86 138 0013 8000 的形式。' },
  },
  end_after_start: {
    at: 'ends_on',
    formula: {
      en: 'ISBLANK([Start date]) OR ISBLANK([End date]) OR [End date] > [Start date]',
      'zh-CN': '为空([开始日期]) 或 为空([结束日期]) 或 [结束日期] > [开始日期]',
    },
    message: { en: 'The end comes after the start.', 'zh-CN': '结束日期必须晚于开始日期。' },
  },
  discount_ceiling: {
    at: 'discount',
    formula: {
      en: 'ISBLANK([Discount]) OR [Discount] <= IF("director" IN $user.roles, 40, "manager" IN $user.roles, 25, 10)',
      'zh-CN': '为空([折扣]) 或 [折扣] <= 如果("director" 属于 $user.roles, 40, "manager" 属于 $user.roles, 25, 10)',
    },
    message: { en: 'You may not give as much discount.', 'zh-CN': '折扣超出了您的权限。' },
  },
  lost_why: {
    at: 'lost_reason',
    formula: { en: '[Stage] = "lost"', 'zh-CN': '[阶段] = "lost"' },
    message: { en: 'Please fill this in.', 'zh-CN': '请填写此项。' },
  },
  close_not_past: {
    at: 'close_date',
    formula: {
      en: 'ISBLANK([Close date]) OR [Stage] IN {"won", "lost"} OR [Close date] >= TODAY()',
      'zh-CN': '为空([成交日期]) 或 [阶段] 属于 {"won", "lost"} 或 [成交日期] >= 今天()',
    },
    message: { en: 'The close date has passed.', 'zh-CN': '成交日期已过。' },
  },
};

const fields = {
  name: { type: 'text', label: { en: 'Name', 'zh-CN': '名称' }, required: true, unique: true },
  country: {
    type: 'select',
    label: { en: 'Country', 'zh-CN': '国家' },
    options: ['CN', 'US', 'GB', 'DE'].map((value) => ({ value, label: value })),
  },
  postcode: { type: 'text', label: { en: 'Postcode', 'zh-CN': '邮编' } },
  phone: { type: 'text', label: { en: 'Phone', 'zh-CN': '电话' } },
  starts_on: { type: 'date', label: { en: 'Start date', 'zh-CN': '开始日期' } },
  ends_on: { type: 'date', label: { en: 'End date', 'zh-CN': '结束日期' } },
  discount: { type: 'percent', label: { en: 'Discount', 'zh-CN': '折扣' } },
  stage: {
    type: 'select',
    label: { en: 'Stage', 'zh-CN': '阶段' },
    options: ['open', 'won', 'lost'].map((value) => ({ value, label: value })),
    default: 'open',
  },
  lost_reason: { type: 'text', label: { en: 'Why lost', 'zh-CN': '丢单原因' } },
  close_date: { type: 'date', label: { en: 'Close date', 'zh-CN': '成交日期' } },
} as const satisfies Entity['fields'];

export const sixRulesEntity = 'deal';
export const fieldLabels: Readonly<Record<string, InBoth>> = Object.fromEntries(
  Object.entries(fields).map(([name, { label }]) => [name, label]),
);

/** The rule as metadata keeps it. */
export function ruleJson(name: RuleName, language: Language): unknown {
  const named = Object.entries(fields).map(([field, { label }]) => ({ name: field, label: label[language] }));
  const parsed = parseFormula(sixRules[name].formula[language], named);
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  return toJson(parsed.value.expression);
}

/** @param language of the formulas that the rules are read from: it makes no difference. */
export function sixRulesItems(language: Language = 'en'): readonly RawItem[] {
  const { lost_why: lost, ...others } = sixRules;
  const all: Record<string, Field> = { ...fields };
  all[lost.at] = { ...fields.lost_reason, required: ruleJson('lost_why', language) } as Field;
  const rules = Object.entries(others).map(([name, { at, message }]) => [
    name,
    { check: ruleJson(name as RuleName, language), message, at },
  ]);
  const rights = { read: true, create: true, update: true, import: true, bulk: true };
  return [
    entity(sixRulesEntity, all, { label: { en: 'Deal', 'zh-CN': '商机' }, rules: Object.fromEntries(rules) }),
    ...['seller', 'manager', 'director'].map((name) => role(name, { [sixRulesEntity]: rights })),
  ];
}
