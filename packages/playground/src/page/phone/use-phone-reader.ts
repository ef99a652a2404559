import { negotiateLocale } from '@fairlead/contract/locale';
import { useLayoutEffect } from 'preact/hooks';
import type { Choices } from '../choices.ts';
import { type Reader, readerOf, type TextKey } from '../reader.ts';

/** The words of a phone's page in the language that was chosen, or the browser's; the document follows language, theme and title. */
export function usePhoneReader({ locale, theme }: Choices, title: TextKey): Reader {
  const reader = readerOf(locale ?? negotiateLocale(navigator.languages));
  useLayoutEffect(() => {
    document.documentElement.lang = reader.language;
    document.documentElement.dataset['theme'] = theme;
    document.title = reader.t(title);
  }, [reader, theme, title]);
  return reader;
}
