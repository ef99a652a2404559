import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Catalogue,
  type Category,
  type FieldKey,
  formatMessage,
  formOf,
  isAsked,
  type Locale,
  locales,
  type TicketFields,
} from '@fairlead/contract';
import { assistantWords, type Words } from '../assistant-words.ts';

const { resolve } = createRequire(import.meta.url);
const catalogues = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(resolve(`@fairlead/contract/locales/${locale}.json`), 'utf8')) as Catalogue,
  ]),
) as Record<Locale, Catalogue>;

/** What the customer has told in their own words is not asked for as a field. */
const told: ReadonlySet<FieldKey> = new Set(['description']);

/** What the form of a category must have and nobody has said: neither the form holds it, nor does the thread name it. Pure. */
export function missingFields(
  category: Category,
  held: TicketFields,
  named: ReadonlySet<FieldKey>,
): FieldKey[] {
  return formOf(category)
    .filter((it) => it.required && isAsked(it, held) && held[it.key] === undefined)
    .map((it) => it.key)
    .filter((key) => !named.has(key) && !told.has(key));
}

/** The question for these fields, in the customer's language. */
export function askFor(fields: readonly FieldKey[], locale: Locale, words: Words = assistantWords): string {
  const names = fields.map((key) => formatMessage(locale, catalogues[locale][`field.${key}`] ?? key, {}));
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  return words(locale, 'copilot_ask', { fields: list });
}
