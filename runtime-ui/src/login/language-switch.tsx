// The language of the product before anybody has logged in.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '@trellis/ui/choice';
import { changeLanguage } from '@trellis/ui/i18n';
import { languageNames, languages, type Language } from '@trellis/ui/language';

export function LanguageSwitch(): ReactNode {
  const { t, i18n } = useTranslation('setup');
  const current = languages.find((language) => language === i18n.language) ?? 'en';
  return (
    <Choice<Language>
      label={t('language')}
      value={current}
      options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
      onChange={(language) => void changeLanguage(language)}
    />
  );
}
