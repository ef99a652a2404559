import {
  type ConsoleLocale,
  consoleLocales,
  directionOf,
  formatMessage,
  type MessageParams,
  nearestLocale,
} from '@fairlead/contract';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { catalogue, MessageKey } from './catalogue-en.ts';
import { createFormat, type Format } from './format.ts';

export type { MessageKey };
export type Translate = (key: MessageKey, params?: MessageParams) => string;
type Texts = Record<keyof typeof catalogue, string>;

const storageKey = 'fairlead.locale';
const loaders: Record<ConsoleLocale, () => Promise<{ catalogue: Texts }>> = {
  en: () => import('./catalogue-en.ts'),
  'zh-CN': () => import('./catalogue-zh-cn.ts'),
};

/** The console's language nearest to a wish, or undefined. */
export function consoleLocaleOf(wish: string): ConsoleLocale | undefined {
  const near = nearestLocale(wish);
  if (near === 'zh-TW') return 'zh-CN';
  return consoleLocales.find((locale) => locale === near);
}

/** What this browser chose before, else what it asks for. */
export function initialLocale(): ConsoleLocale {
  for (const wish of [localStorage.getItem(storageKey) ?? '', ...navigator.languages]) {
    const found = consoleLocaleOf(wish);
    if (found) return found;
  }
  return 'en';
}

interface Language {
  locale: ConsoleLocale;
  texts: Texts;
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
