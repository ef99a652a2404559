import type { Category } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { type ConversationRecord, classifyText, clearCategory, firstWords } from '../conversations/index.ts';

/** The category of a ticket on a thread by what the customer wrote in it, else by the topic they chose; `other` where neither tells. */
export async function sortThread(
  reader: Reader,
  { id, locale, topic }: ConversationRecord,
): Promise<Category> {
  return clearCategory(classifyText(await firstWords(reader, id), locale)) ?? topic ?? 'other';
}
