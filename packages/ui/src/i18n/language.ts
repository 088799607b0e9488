// Which language the product speaks before anybody has said who they are.

export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** In their own words, as people look for them. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-CN': '简体中文' };

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

/** The one chosen in this browser before; else the first of the browser's own that we have; else English. */
export function chooseLanguage(kept: string | null, browser: readonly string[]): Language {
  if (isLanguage(kept)) return kept;
  for (const wanted of browser) {
    if (wanted.toLowerCase().startsWith('zh')) return 'zh-CN';
    if (wanted.toLowerCase().startsWith('en')) return 'en';
  }
  return 'en';
}
