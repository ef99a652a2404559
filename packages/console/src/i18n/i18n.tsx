import {
  type ConsoleLocale,
  directionOf,
  formatMessage,
  type MessageParams,
  nearestConsoleLocale,
} from '@fairlead/contract';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { MessageKey } from './catalogue-en.ts';
import type { Catalogue } from './catalogue-of.ts';
import { createFormat, type Format } from './format.ts';

export type { MessageKey };
export type Translate = (key: MessageKey, params?: MessageParams) => string;

const storageKey = 'fairlead.locale';
const loaders: Record<ConsoleLocale, () => Promise<{ catalogue: Catalogue }>> = {
  en: () => import('./catalogue-en.ts'),
  'zh-CN': () => import('./catalogue-zh-cn.ts'),
  ja: () => import('./catalogue-ja.ts'),
  ko: () => import('./catalogue-ko.ts'),
  ru: () => import('./catalogue-ru.ts'),
  es: () => import('./catalogue-es.ts'),
  vi: () => import('./catalogue-vi.ts'),
};

/** What this browser chose before, else what it asks for. */
export function initialLocale(): ConsoleLocale {
  for (const wish of [localStorage.getItem(storageKey) ?? '', ...navigator.languages]) {
    const found = nearestConsoleLocale(wish);
    if (found) return found;
  }
  return 'en';
}

interface Language {
  locale: ConsoleLocale;
  texts: Catalogue;
}

/** Loads a language's texts; give the result to I18nProvider. */
export async function loadLanguage(locale: ConsoleLocale): Promise<Language> {
  return { locale, texts: (await loaders[locale]()).catalogue };
}

interface I18n {
  locale: ConsoleLocale;
  setLocale: (locale: ConsoleLocale) => void;
  t: Translate;
  format: Format;
}
const Context = createContext<I18n | null>(null);

/** Gives the tree below its language. `initial` is loaded before the first paint, so no key is ever shown. */
export function I18nProvider({ initial, children }: { initial: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(initial);
  const { locale } = language;

  const setLocale = useCallback((next: ConsoleLocale) => {
    localStorage.setItem(storageKey, next);
    void loadLanguage(next).then(setLanguage);
  }, []);

  const value = useMemo<I18n>(
    () => ({
      locale,
      setLocale,
      t: (key, params) => formatMessage(locale, language.texts[key] ?? key, params),
      format: createFormat(locale),
    }),
    [language, locale, setLocale],
  );

  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  return <Context value={value}>{children}</Context>;
}

function useI18n(): I18n {
  const value = use(Context);
  if (!value) throw new Error('I18nProvider is missing above this component');
  return value;
}

/** The translator of the reader's language. */
export function useT(): Translate {
  return useI18n().t;
}

/** The reader's language and the way to change it. */
export function useLocale(): { locale: ConsoleLocale; setLocale: (locale: ConsoleLocale) => void } {
  const { locale, setLocale } = useI18n();
  return { locale, setLocale };
}

/** Moments, numbers, lists and names of languages as the reader writes them. */
export function useFormat(): Format {
  return useI18n().format;
}
