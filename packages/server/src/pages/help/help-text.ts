import { formatMessage, type Locale } from '@fairlead/contract';
import { cataloguesIn } from '../../platform/catalogues.ts';

const catalogues = cataloguesIn(new URL('./locales/', import.meta.url));

/** What the help center's pages say, in one language. */
export type HelpText = (key: string, params?: Record<string, string | number>) => string;

export const helpText =
  (locale: Locale): HelpText =>
  (key, params = {}) =>
    formatMessage(locale, catalogues(locale)[key] ?? key, params);
