// Why a regular expression is refused: not well formed, or something that JavaScript and PostgreSQL do not read alike.

export const patternReasons = {
  unclosed_group: { en: 'the parenthesis is not closed', 'zh-CN': '括号没有闭合' },
  unopened_group: { en: 'there is no parenthesis to close', 'zh-CN': '没有与之对应的左括号' },
  unclosed_class: { en: 'the bracket is not closed', 'zh-CN': '方括号没有闭合' },
  empty_class: { en: 'there is nothing between the brackets', 'zh-CN': '方括号中没有内容' },
  bad_range: { en: 'a range goes from a character to one after it', 'zh-CN': '字符范围应从小到大' },
  bracket_in_class: { en: 'a bracket within brackets is written \\[', 'zh-CN': '方括号内的方括号要写作 \\[' },
  nothing_to_repeat: { en: 'there is nothing to repeat', 'zh-CN': '没有可重复的内容' },
  repeated_anchor: { en: '^ and $ may not stand in what is repeated', 'zh-CN': '重复的部分中不能有 ^ 或 $' },
  repeated_twice: {
    en: 'only the plain forms * + ? {m,n} are known, no lazy or possessive ones',
    'zh-CN': '只支持 * + ? {m,n} 的普通写法，不支持懒惰或占有匹配',
  },
  bad_count: {
    en: 'a count is written {m}, {m,} or {m,n}, up to 100; a brace itself \\{',
    'zh-CN': '次数写作 {m}、{m,} 或 {m,n}，最多 100；花括号本身写作 \\{',
  },
  lookaround: { en: 'looking ahead or behind is not known', 'zh-CN': '不支持环视（断言）' },
  group_option: { en: 'of special groups only (?:…) is known', 'zh-CN': '特殊分组只支持 (?:…)' },
  back_reference: { en: 'back references are not known', 'zh-CN': '不支持反向引用' },
  boundary: { en: 'of anchors only ^ and $ are known', 'zh-CN': '定位符只支持 ^ 和 $' },
  unicode_property: { en: 'Unicode properties are not known', 'zh-CN': '不支持 Unicode 属性' },
  unknown_escape: { en: 'this escape is not known', 'zh-CN': '不支持这个转义' },
  too_large: { en: 'the pattern is too large', 'zh-CN': '正则表达式过大' },
} as const satisfies { readonly [reason: string]: { readonly en: string; readonly 'zh-CN': string } };

export type PatternReason = keyof typeof patternReasons;
