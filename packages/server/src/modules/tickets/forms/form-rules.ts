import {
  askedOf,
  type Category,
  type FieldDefinition,
  type FormBook,
  type FormKey,
  fieldProblem,
  type TicketFields,
  tidiedField,
} from '@fairlead/contract';
import { fail } from '../../../platform/fail.ts';

type Values = TicketFields;

/** Who fills a form in: agents and what works for them may leave gaps; customers see only what is meant for them, and leave none. */
type By = 'agent' | 'customer';

/** What a customer's form asks. */
export const customersForm = (form: readonly FieldDefinition[]): readonly FieldDefinition[] =>
  form.filter((field) => !field.agentsOnly);

/**
 * The fields of a ticket of `category` after `entered` was filled in over `held`; an empty text clears a field. What is held of
 * another category's form, or was once asked for, stays: evidence is not lost by sorting anew. Of a customer nothing that is required
 * and asked for may be missing, and what their answers hide is dropped, since they did not mean to say it. Throws `ticket.field_unknown`,
 * `ticket.field_required`, `ticket.field_invalid`, `ticket.txid_invalid`, `ticket.address_invalid` or `ticket.address_mistyped`, each
 * with the field.
 */
export function filledIn(
  book: FormBook,
  category: Category,
  held: Values,
  entered: Values,
  { by }: { by: By },
): Values {
  const whole = book.formOf(category);
  const form = by === 'customer' ? customersForm(whole) : whole;
  const filled: Values = { ...held };
  for (const key of Object.keys(entered) as FormKey[]) {
    const field =
      form.find((it) => it.key === key) ?? (held[key] === undefined ? null : book.fieldOf(key, category));
    // Clearing is always possible, also of what an earlier category asked for.
    const value = field ? tidiedField(field, entered[key] ?? '') : (entered[key] ?? '').trim();
    if (value === '') delete filled[key];
    else if (!field) throw fail('ticket.field_unknown', { field: key });
    else filled[key] = value;
  }
  const asked = askedOf(form, filled);
  const values = by === 'customer' ? only(asked, filled) : filled;
  for (const [key, value] of Object.entries(values) as Array<[FormKey, string]>) {
    const field = book.fieldOf(key, category);
    // What a field once offered stays; what is new must fit, and so must what depends on it.
    if (!field || (held[key] === value && !dependsOn(field, held, values))) continue;
    const problem = fieldProblem(field, value, values);
    if (problem) throw fail(problem, { field: key });
  }
  if (by === 'customer') {
    const missing = asked.find((field) => field.required && values[field.key] === undefined);
    if (missing) throw fail('ticket.field_required', { field: missing.key });
  }
  return values;
}

/** The field without which an agent cannot solve a ticket of `category`; null where nothing is missing. */
export function missingToSolve(book: FormBook, category: Category, values: Values): FormKey | null {
  const missing = askedOf(book.formOf(category), values).find(
    (field) => field.toSolve && values[field.key] === undefined,
  );
  return missing?.key ?? null;
}

/** What a customer may see of what a ticket holds. */
export function shownToCustomer(book: FormBook, category: Category, values: Values): Values {
  const entries = Object.entries(values) as Array<[FormKey, string]>;
  return Object.fromEntries(entries.filter(([key]) => !book.isHidden(key, category)));
}

const only = (fields: readonly FieldDefinition[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]] as const])),
  );

/** What a transaction or an address looks like depends on the network. */
const dependsOn = ({ type }: FieldDefinition, held: Values, values: Values) =>
  (type === 'txid' || type === 'address') && held.network !== values.network;
