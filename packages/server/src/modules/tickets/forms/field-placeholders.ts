import {
  type FormKey,
  type Locale,
  type Placeholder,
  type TicketFields,
  valueText,
} from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import type { TicketRecord } from '../ticket.ts';
import { readFormBook } from './read-forms.ts';
import { saidIn } from './said-in.ts';

/** What `{field.<key>}` stands for on a ticket, in words of a language: choices by their names. */
export async function fieldPlaceholders(
  reader: Reader,
  { category, fields }: Pick<TicketRecord, 'category' | 'fields'>,
  locale: Locale,
): Promise<Partial<Record<Placeholder, string>>> {
  const entries = Object.entries(fields satisfies TicketFields) as Array<[FormKey, string]>;
  if (entries.length === 0) return {};
  const book = await readFormBook(reader);
  const said = saidIn(locale);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const field = book.fieldOf(key, category);
      return [`field.${key}`, field ? valueText(field, value, locale, said) : value];
    }),
  );
}
