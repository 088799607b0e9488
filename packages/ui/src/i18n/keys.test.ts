// Both languages say the same things.
import { describe, expect, test } from 'vitest';
import { chooseLanguage, languages } from './language.ts';

type Texts = { readonly [key: string]: string };

const files = import.meta.glob<Texts>('./{en,zh-CN}/*.json', { eager: true, import: 'default' });
const namespaces = (language: string): string[] =>
  Object.keys(files).flatMap((path) => path.match(new RegExp(`^\\./${language}/(.+)\\.json$`))?.[1] ?? []);
const textsOf = (language: string, namespace: string): Texts => files[`./${language}/${namespace}.json`] ?? {};

/** Chinese has one plural form, so `rows_one` and `rows_other` both answer to `rows`. */
const withoutPlurals = (texts: Texts): string[] =>
  [...new Set(Object.keys(texts).map((key) => key.replace(/_(one|other)$/, '')))].sort();
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('the texts of the product', () => {
  const english = namespaces('en');

  test('every language has the same files', () => {
    expect(english).toContain('common');
    for (const language of languages) expect(namespaces(language)).toEqual(english);
  });

  test.each(english)('%s has the same keys in every language', (namespace: string) => {
    expect(withoutPlurals(textsOf('zh-CN', namespace))).toEqual(withoutPlurals(textsOf('en', namespace)));
  });

  test.each(english)('%s has the same placeholders in every language', (namespace: string) => {
    const originals = textsOf('en', namespace);
    for (const [key, text] of Object.entries(textsOf('zh-CN', namespace))) {
      const original = originals[key] ?? originals[`${key}_other`] ?? '';
      expect([key, placeholders(text)]).toEqual([key, placeholders(original)]);
    }
  });

  test.each(english)('%s is punctuated as Chinese is, with one kind of quotation marks', (namespace: string) => {
    const odd = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}|[「」]/u;
    expect(Object.values(textsOf('zh-CN', namespace)).filter((text) => odd.test(text))).toEqual([]);
  });
});

describe('the language before logging in', () => {
  test('is the one chosen in this browser before', () => {
    expect(chooseLanguage('zh-CN', ['en-US'])).toBe('zh-CN');
  });
  test('is the first of the browser’s languages that the product speaks', () => {
    expect(chooseLanguage(null, ['fr', 'zh-TW', 'en'])).toBe('zh-CN');
  });
  test('is English where the product speaks none of them', () => {
    expect(chooseLanguage('xx', ['fr'])).toBe('en');
  });
});
