// Currency signs before or behind an amount: ¥ 元 RMB CNY $ US$ €.
import { halfWidth } from '../text/characters.ts';
import { isCurrencyCode } from '../text/formats/currency_code.ts';

/** Signs that the language data does not know. */
const further: { readonly [code: string]: readonly string[] } = {
  CNY: ['元', 'RMB', '人民币', '块'],
  USD: ['美元'],
  EUR: ['欧元'],
  JPY: ['円', '日元'],
  HKD: ['港币', '港元'],
};

/** `undefined`: the text has no sign. The amount keeps its minus, wherever that stood. */
export function splitSign(text: string): { readonly sign: string | undefined; readonly amount: string } {
  if (text.length > 100) return { sign: undefined, amount: text };
  const typed = halfWidth(text).trim();
  const match = /^([-\u2212(]?)\s*([\p{Sc}\p{L}]*\p{Sc}?)\s*(.*?\d[.)]?\s*[万亿]?)\s*([\p{Sc}\p{L}]*\)?)$/u.exec(typed);
  if (match === null) return { sign: undefined, amount: text };
  const [, minus = '', before = '', amount = '', after = ''] = match;
  const sign = before || after.replace(/\)$/, '');
  return { sign: sign === '' ? undefined : sign, amount: minus + amount + (after.endsWith(')') ? ')' : '') };
}

/** Of any currency at all. */
export function isSign(text: string): boolean {
  const sign = text.toUpperCase();
  return /\p{Sc}/u.test(sign) || isCurrencyCode(sign) || Object.values(further).some((signs) => signs.includes(sign));
}

export function isSignOf(sign: string, code: string): boolean {
  return signsOf(code).has(sign.toUpperCase());
}

/** As the language writes it, with a blank behind letters: `¥`, `US$`, `CHF `. */
export function currencySign(code: string, language: string): string {
  const sign = signIn(code, language, 'symbol');
  return /\p{L}$/u.test(sign) ? `${sign} ` : sign;
}

function signsOf(code: string): ReadonlySet<string> {
  const own = ['en', 'zh-CN'].flatMap((language) => [
    signIn(code, language, 'symbol'),
    signIn(code, language, 'narrowSymbol'),
  ]);
  return new Set([code, ...own, ...(further[code] ?? [])].map((sign) => sign.toUpperCase()));
}

const signs = new Map<string, string>();

function signIn(code: string, language: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string {
  // A format of the platform takes as long to make as a hundred amounts to write.
  const key = `${code} ${language} ${currencyDisplay}`;
  const known = signs.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: code, currencyDisplay });
  const sign = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? code;
  signs.set(key, sign);
  return sign;
}
