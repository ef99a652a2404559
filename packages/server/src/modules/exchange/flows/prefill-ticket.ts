import { type Category, type FieldKey, fieldTypeOf, maximumFieldLength } from '@fairlead/contract';
import type { Line, TicketPrefill } from './flow.ts';

/** A ticket with all that is known of it; what its category's form does not ask for is left out where it is presented. */
export function prefillTicket(
  category: Category,
  subject: Line,
  known: Partial<Record<FieldKey, string | null | undefined>>,
): TicketPrefill {
  const fields = (Object.keys(known) as FieldKey[]).flatMap((key) => {
    const value = known[key];
    return value && value.length <= maximumFieldLength[fieldTypeOf(key)] ? [[key, value] as const] : [];
  });
  return { category, subject, fields: Object.fromEntries(fields) };
}
