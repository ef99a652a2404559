import type { FormKey, TicketFields } from '@fairlead/contract';

/** What puts fields back as they are held before others are filled in: an empty text clears one. */
export function valuesBefore(held: TicketFields, filled: TicketFields): TicketFields {
  return Object.fromEntries((Object.keys(filled) as FormKey[]).map((key) => [key, held[key] ?? '']));
}
