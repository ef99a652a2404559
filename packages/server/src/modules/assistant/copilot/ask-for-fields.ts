import {
  askedOf,
  type Category,
  type FormBook,
  type FormKey,
  fieldLabel,
  type Locale,
  shippedBook,
  type TicketFields,
} from '@fairlead/contract';
import { saidIn } from '../../tickets/index.ts';
import { assistantWords, type Words } from '../assistant-words.ts';

/** What the customer has told in their own words is not asked for as a field. */
const told: ReadonlySet<FormKey> = new Set(['description']);

/** What the form of a category must have and nobody has said: neither the form holds it, nor does the thread name it. Pure. */
export function missingFields(
  book: FormBook,
  category: Category,
  held: TicketFields,
  named: ReadonlySet<FormKey>,
): FormKey[] {
  const asked = askedOf(
    book.formOf(category).filter((it) => !it.agentsOnly),
    held,
  );
  return asked
    .filter((it) => (it.required || it.toSolve) && held[it.key] === undefined)
    .map((it) => it.key)
    .filter((key) => !named.has(key) && !told.has(key));
}

/** The question for these fields, in the customer's language. */
export function askFor(
  fields: readonly FormKey[],
  locale: Locale,
  words: Words = assistantWords,
  book: FormBook = shippedBook,
): string {
  const said = saidIn(locale);
  const names = fields.flatMap((key) => {
    const field = book.fieldOf(key);
    return field ? [fieldLabel(field, locale, said)] : [];
  });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  return words(locale, 'copilot_ask', { fields: list });
}
