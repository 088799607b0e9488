// The language of formulas that is nearest to the one of the screen.
import type { Language } from '@trellis/expressions/messages';

export function languageOf(language: string): Language {
  return language.startsWith('zh') ? 'zh-CN' : 'en';
}
