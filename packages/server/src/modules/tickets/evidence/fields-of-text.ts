import type { Category, FormBook, TicketFields } from '@fairlead/contract';
import { type Entity, recogniseEntities } from '@fairlead/understanding';
import { proposeFields } from './propose-fields.ts';

/**
 * What the form of a category asks for and a text says without doubt: of a kind that it names twice, such as two transaction ids,
 * nothing is taken. What is held stays, and nothing is taken that the form would refuse beside it.
 */
export function fieldsOfText(
  book: FormBook,
  text: string,
  language: string,
  category: Category,
  held: TicketFields = {},
): TicketFields {
  const byKind = new Map<string, Map<string, Entity>>();
  for (const entity of recogniseEntities(text, language)) {
    const same = byKind.get(entity.kind) ?? new Map<string, Entity>();
    byKind.set(entity.kind, same.set(`${entity.value} ${entity.asset}`, entity));
  }
  let fields = held;
  for (const entities of byKind.values()) {
    const [only] = entities.values();
    if (only && entities.size === 1) fields = { ...proposeFields(book, only, category, fields), ...fields };
  }
  return fields;
}
