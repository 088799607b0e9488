// Splits a Chinese address that is written in one piece: 广东省深圳市南山区科技路1号 518000.

const municipalities = '北京|天津|上海|重庆';
const provinces =
  '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾';
const regions = '内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|香港特别行政区|澳门特别行政区';

const shape = new RegExp(
  [
    '^(?<country>中国)?\\s*',
    `(?:(?<province>(?:${municipalities})市?|(?:${provinces})省|${regions})\\s*)?`,
    '(?:(?<city>[\\p{Script=Han}]{1,9}?(?:市|自治州|地区|盟))\\s*)?',
    '(?:(?<district>[\\p{Script=Han}]{1,9}?(?:区|县|旗|市))\\s*)?',
    '(?<street>.*?)',
    '(?:\\s*(?<postal_code>\\d{6}))?$',
  ].join(''),
  'su',
);

/** `undefined`: no province and no city in it. */
export function splitChinese(text: string): { readonly [part: string]: string | undefined } | undefined {
  const groups = text.length > 500 ? undefined : shape.exec(text)?.groups;
  if (groups === undefined) return undefined;
  return groups['province'] === undefined && groups['city'] === undefined ? undefined : { ...groups };
}
