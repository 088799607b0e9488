// Starts the texts: one instance for the page, each namespace loaded on demand for the language in use, English where one is missing.
import i18next, { type BackendModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage, type Language } from './language.ts';
import './namespaces.ts';

type Texts = { readonly default: { readonly [key: string]: string } };

const files = import.meta.glob<Texts>('./{en,zh-CN}/*.json');

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return done(new Error(`No texts ${language}/${namespace}`), null);
    load().then(
      (texts) => done(null, texts.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

export async function startI18n(preload: readonly string[] = ['common']): Promise<i18n> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: chooseLanguage(window.localStorage.getItem(storageKey), window.navigator.languages),
      fallbackLng: 'en',
      supportedLngs: ['en', 'zh-CN'],
      load: 'currentOnly',
      ns: [...preload],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  document.documentElement.lang = i18next.language;
  return i18next;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  window.localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

const storageKey = 'trellis.language';
