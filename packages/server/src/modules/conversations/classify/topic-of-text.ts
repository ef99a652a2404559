import { type Locale, type Topic, topicOfCategory } from '@fairlead/contract';
import { classifyText, clearCategory } from './classify-text.ts';

/** What a customer who chose no topic writes about, where their words are clear; `text` begins with the subject, if there is one. */
export function topicOfText(text: string, locale: Locale): Topic | null {
  const category = clearCategory(classifyText(text, locale));
  return category && topicOfCategory(category);
}
