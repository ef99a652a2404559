import type { Category, FormBook, TicketFields } from '@fairlead/contract';
import { Failure } from '../../../platform/fail.ts';
import { filledIn } from './form-rules.ts';

/**
 * Of fields that a machine knows, those that the form of a category asks for and takes beside one another, tidied; what it would refuse
 * is left out. In the order of the form: what a transaction looks like depends on the network before it. Pure.
 */
export function fieldsThatFit(book: FormBook, category: Category, known: TicketFields): TicketFields {
  let fields: TicketFields = {};
  for (const { key } of book.formOf(category)) {
    const value = known[key];
    if (value === undefined) continue;
    try {
      fields = filledIn(book, category, fields, { [key]: value }, { by: 'agent' });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }
  return fields;
}
