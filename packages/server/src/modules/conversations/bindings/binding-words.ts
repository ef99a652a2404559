import { locales } from '@fairlead/contract';
import { letterWords } from '../letter-words.ts';

const spoken = (key: 'binding.yes' | 'binding.no') =>
  new Set(locales.map((locale) => letterWords(locale, key).toLowerCase()));
const agreed = spoken('binding.yes').add('1');
const denied = spoken('binding.no').add('2');

/** Whether a text is nothing but one of the two answers that a chat is asked to choose from, in any language, or its number; null for all else. */
export function bindingChoice(text: string): 'yes' | 'no' | null {
  const said = text.trim().toLowerCase();
  if (agreed.has(said)) return 'yes';
  return denied.has(said) ? 'no' : null;
}
