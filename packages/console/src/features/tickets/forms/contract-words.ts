import type { Locale, Said } from '@fairlead/contract';
import { queryOptions } from '@tanstack/react-query';

type Words = Readonly<Record<string, string>>;

const loaders: Record<Locale, () => Promise<{ default: Words }>> = {
  'zh-CN': () => import('@fairlead/contract/locales/zh-CN.json'),
  en: () => import('@fairlead/contract/locales/en.json'),
  ja: () => import('@fairlead/contract/locales/ja.json'),
  ko: () => import('@fairlead/contract/locales/ko.json'),
  ru: () => import('@fairlead/contract/locales/ru.json'),
  es: () => import('@fairlead/contract/locales/es.json'),
  vi: () => import('@fairlead/contract/locales/vi.json'),
  'zh-TW': () => import('@fairlead/contract/locales/zh-TW.json'),
  'pt-BR': () => import('@fairlead/contract/locales/pt-BR.json'),
  tr: () => import('@fairlead/contract/locales/tr.json'),
  id: () => import('@fairlead/contract/locales/id.json'),
  th: () => import('@fairlead/contract/locales/th.json'),
  fr: () => import('@fairlead/contract/locales/fr.json'),
  de: () => import('@fairlead/contract/locales/de.json'),
  ar: () => import('@fairlead/contract/locales/ar.json'),
};

/** What customers read of the contract's words in a language of theirs, which may be none of the console's. */
export const contractWordsQuery = (locale: Locale) =>
  queryOptions({
    queryKey: ['contract words', locale] as const,
    queryFn: async (): Promise<Said> => {
      const words = (await loaders[locale]()).default;
      return (key) => (Object.hasOwn(words, key) ? words[key] : undefined);
    },
    staleTime: Number.POSITIVE_INFINITY,
    // A function is not compared.
    structuralSharing: false,
  });
