import type { Ticket } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { readCustomers } from '../people/index.ts';
import type { TicketRecord } from './ticket.ts';
import { presentTicket } from './ticket-views.ts';

/** Tickets as lines of a list, with their customers, in at most one query. */
export async function presentTickets(reader: Reader, records: readonly TicketRecord[]): Promise<Ticket[]> {
  const ids = [...new Set(records.flatMap((record) => record.customerId ?? []))];
  const customers = ids.length > 0 ? await readCustomers(reader, ids) : new Map();
  return records.map((record) => presentTicket(record, customers.get(record.customerId ?? '') ?? null));
}
