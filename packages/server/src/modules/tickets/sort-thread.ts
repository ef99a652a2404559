import type { Category, FormBook, TicketFields } from '@fairlead/contract';
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
  conversation: ConversationRecord,
  held: TicketFields = {},
  subject = '',
): Promise<{ category: Category; fields: TicketFields }> {
  const words = await firstWords(reader, conversation.id);
  return sortWords(await readFormBook(reader), conversation, `${subject}\n${words}`, held);
}

/** The same by what is read already: the book of forms, and the subject and words of the thread. Pure. */
export function sortWords(
  book: FormBook,
  { locale, topic }: ConversationRecord,
  said: string,
  held: TicketFields = {},
): { category: Category; fields: TicketFields } {
  const text = said.trim();
  const read = classifyText(text, locale);
  const category = clearCategory(read) ?? topic ?? 'other';
  return { category, fields: fieldsOfText(book, text, read.language, category, held) };
}
