import type { Category, FieldKey } from '@fairlead/contract';
import { formOf, maximumFieldLength } from '@fairlead/contract';
import type { Line, TicketPrefill } from './flow.ts';

/** A ticket with what its category's form asks for, as far as it is known. */
export function prefillTicket(
  category: Category,
  subject: Line,
  known: Partial<Record<FieldKey, string | null | undefined>>,
): TicketPrefill {
  const fields = formOf(category).flatMap(({ key, type }) => {
    const value = known[key];
    return value && value.length <= maximumFieldLength[type] ? [[key, value] as const] : [];
  });
  return { category, subject, fields: Object.fromEntries(fields) };
}
