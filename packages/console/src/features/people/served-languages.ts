import { languageOf, locales } from '@fairlead/contract';

/** The languages that agents can answer in, without regions: one who writes `zh` reads both scripts. */
export const servedLanguages: readonly string[] = [...new Set(locales.map(languageOf))];
