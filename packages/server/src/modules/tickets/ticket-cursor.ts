import { z } from 'zod';
import { fail } from '../../platform/fail.ts';
import type { Place } from './list-store.ts';
import type { TicketRecord } from './ticket.ts';
import { isActive } from './ticket-rules.ts';
import { rankOf } from './ticket-store.ts';

const moment = z.number().int().min(0).max(8.64e15);
const written = z.tuple([moment, moment, z.number().int().min(-1).max(3), moment.nullable(), z.uuid()]);

/** Where the next page begins, whatever the list is sorted by. */
export function writePlace(ticket: TicketRecord): string {
  const urgency = isActive(ticket) ? rankOf(ticket.priority) : -1;
  const { updatedAt, createdAt, dueAt, id } = ticket;
  const place = [updatedAt.getTime(), createdAt.getTime(), urgency, dueAt?.getTime() ?? null, id];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Throws `request.invalid` for what is no cursor of ours. */
export function readPlace(cursor: string): Place {
  try {
    const [updated, created, urgency, due, id] = written.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    const dueAt = due === null ? null : new Date(due);
    return { updatedAt: new Date(updated), createdAt: new Date(created), urgency, dueAt, id };
  } catch {
    throw fail('request.invalid', { field: 'cursor' });
  }
}
