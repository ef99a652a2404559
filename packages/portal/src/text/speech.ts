import { type Catalogue, formatMessage, type MessageParams } from '@fairlead/contract/format-message';
import type { Locale } from '@fairlead/contract/locale';
import type chat from '@fairlead/widget/locales/en.json';
import type own from '../../locales/en.json';

/** The portal's own texts, and those that it says in the chat's words. */
type TextKey = keyof typeof own | keyof typeof chat;
/** A text of the contract. */
type WireKey =
  `${'error' | 'system' | 'topic' | 'category' | 'field' | 'choice' | 'form' | 'announcement' | 'translation' | 'place'}.${string}`;

/** Texts in the customer's language. */
export interface Speech {
  locale: Locale;
  t: (key: TextKey, params?: MessageParams) => string;
  wire: (key: WireKey, params?: MessageParams) => string;
}

export function speechIn(locale: Locale, catalogue: Catalogue): Speech {
  const say = (key: string, params?: MessageParams) => formatMessage(locale, catalogue[key] ?? '', params);
  return { locale, t: say, wire: say };
}
