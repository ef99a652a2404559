import { formatMessage, type Locale, type Said } from '@fairlead/contract';
import { wireCatalogue } from '../../../platform/catalogues.ts';

/** What the contract's catalogue of a language says under a key: names of fields and choices that came along. */
export function saidIn(locale: Locale): Said {
  return (key) => {
    const text = wireCatalogue(locale)[key];
    return text === undefined ? undefined : formatMessage(locale, text, {});
  };
}
