import type { Category, TicketFields } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { type ConversationRecord, classifyText, clearCategory, firstWords } from '../conversations/index.ts';
import { fieldsOfText } from './evidence/fields-of-text.ts';
import { readFormBook } from './forms/read-forms.ts';

/**
 * The category of a ticket on a thread by its `subject` and what the customer wrote in it, else by the topic they chose, `other` where neither tells;
 * and the evidence that its form asks for, as far as their words hold it, beside what is `held`.
 */
export async function sortThread(
  reader: Reader,
  { id, locale, topic }: ConversationRecord,
  held: TicketFields = {},
  subject = '',
): Promise<{ category: Category; fields: TicketFields }> {
  const text = `${subject}\n${await firstWords(reader, id)}`.trim();
  const read = classifyText(text, locale);
  const category = clearCategory(read) ?? topic ?? 'other';
  return { category, fields: fieldsOfText(await readFormBook(reader), text, read.language, category, held) };
}
