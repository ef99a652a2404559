import { type Category, type FormBook, shippedBook, type TicketFields } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import {
  type ConversationRecord,
  classifyText,
  clearCategory,
  firstWordsOf,
} from '../conversations/index.ts';
import { fieldsOfText } from './evidence/fields-of-text.ts';
import { readFormBook } from './forms/read-forms.ts';

/** What a thread is about; see sortWords. */
export interface SortedThread {
  readonly category: Category;
  readonly fields: TicketFields;
}

/** What each of these threads is about, by what its customer wrote in it where nobody said so; `fields` are the evidence that is known already. */
export async function sortThreads(
  reader: Reader,
  threads: ReadonlyArray<{
    readonly conversation: ConversationRecord;
    readonly category?: Category | undefined;
    readonly fields: TicketFields;
  }>,
): Promise<SortedThread[]> {
  const vague = threads.filter((it) => it.category === undefined).map((it) => it.conversation.id);
  const words = await firstWordsOf(reader, vague);
  const book = vague.length > 0 ? await readFormBook(reader) : shippedBook;
  return threads.map(({ conversation, category, fields }) =>
    category ? { category, fields } : sortWords(book, conversation, words.get(conversation.id) ?? '', fields),
  );
}

/**
 * The category of a ticket on a thread by what was `said` (its subject, and what the customer wrote), else by the topic they chose, `other` where neither tells;
 * and the evidence that its form asks for, as far as their words hold it, beside what is `held`. Pure.
 */
export function sortWords(
  book: FormBook,
  { locale, topic }: ConversationRecord,
  said: string,
  held: TicketFields = {},
): SortedThread {
  const text = said.trim();
  const read = classifyText(text, locale);
  const category = clearCategory(read) ?? topic ?? 'other';
  return { category, fields: fieldsOfText(book, text, read.language, category, held) };
}
