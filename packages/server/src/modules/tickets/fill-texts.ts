import { fillPlaceholders, type Placeholder } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { agentName, readCustomers } from '../people/index.ts';
import { fieldPlaceholders } from './forms/field-placeholders.ts';
import type { TicketRecord } from './ticket.ts';

type Values = Partial<Record<Placeholder, string>>;

/** What stands where a text for colleagues names something that there is none of. */
const blank = '—';

/** What placeholders stand for on a ticket; its number without a sign before it. What there is none of is left out. */
async function placeholderValues(reader: Reader, ticket: TicketRecord): Promise<Values> {
  const { customerId, assigneeId, number, subject, locale } = ticket;
  const customer = customerId ? (await readCustomers(reader, [customerId])).get(customerId) : undefined;
  return {
    'ticket.number': String(number),
    'ticket.subject': subject,
    ...(customer?.name ? { 'customer.name': customer.name } : {}),
    ...(assigneeId ? { 'agent.name': await agentName(reader, assigneeId) } : {}),
    ...(await fieldPlaceholders(reader, ticket, locale)),
  };
}

/** A text for colleagues, with a dash in each empty place. */
export async function fillForColleagues(reader: Reader, ticket: TicketRecord, text: string): Promise<string> {
  const values = await placeholderValues(reader, ticket);
  const { empty } = fillPlaceholders(text, values);
  return fillPlaceholders(text, { ...values, ...Object.fromEntries(empty.map((it) => [it, blank])) }).text;
}

/** A text for the customer. Throws `ticket.placeholder_empty` rather than leave a hole in it. */
export async function fillForCustomer(reader: Reader, ticket: TicketRecord, text: string): Promise<string> {
  const filled = fillPlaceholders(text, await placeholderValues(reader, ticket));
  const [placeholder] = filled.empty;
  if (placeholder) throw fail('ticket.placeholder_empty', { placeholder });
  return filled.text;
}
