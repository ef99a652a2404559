import type { Locale } from '@fairlead/contract';

/** The page of the help center in a language, from the root of the server. */
export const helpAddress = (locale: Locale): string => `/help/${locale}/`;
export const categoryAddress = (locale: Locale, category: string): string => `/help/${locale}/${category}`;
export const articleAddress = (locale: Locale, category: string, slug: string): string =>
  `/help/${locale}/${category}/${slug}`;
