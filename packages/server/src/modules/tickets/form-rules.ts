import {
  type Category,
  type FieldKey,
  fieldProblem,
  formOf,
  isAsked,
  type TicketFields,
  tidiedField,
} from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';

type Values = TicketFields;

/**
 * The fields of a ticket of `category` after `entered` was filled in over `held`; an empty text clears a field. What is held of
 * another category's form stays: evidence is not lost by sorting anew. With `complete` (a customer's form) nothing that is required
 * and asked for may be missing. Throws `ticket.field_unknown`, `ticket.field_required`, `ticket.field_invalid`, `ticket.txid_invalid`,
 * `ticket.address_invalid` or `ticket.address_mistyped`, each with the field.
 */
export function filledIn(
  category: Category,
  held: Values,
  entered: Values,
  { complete }: { complete: boolean },
): Values {
  const form = formOf(category);
  const values: Values = { ...held };
  for (const key of Object.keys(entered) as FieldKey[]) {
    const value = tidiedField(key, entered[key] ?? '');
    // Clearing is always possible, also of what an earlier category asked for.
    if (value === '') delete values[key];
    else if (!form.some((field) => field.key === key) && held[key] === undefined) {
      throw fail('ticket.field_unknown', { field: key });
    } else values[key] = value;
  }
  for (const [key, value] of Object.entries(values) as Array<[FieldKey, string]>) {
    const problem = fieldProblem(key, value, values);
    if (problem) throw fail(problem, { field: key });
  }
  if (!complete) return values;
  for (const field of form) {
    if (field.required && isAsked(field, values) && values[field.key] === undefined) {
      throw fail('ticket.field_required', { field: field.key });
    }
  }
  return values;
}
