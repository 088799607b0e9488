// The language of the terminal: what was asked for, or what the environment says.
export type Language = 'en' | 'zh-CN';

export function languageOf(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const says = asked ?? (environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || 'en');
  return /^zh/i.test(says) ? 'zh-CN' : 'en';
}
