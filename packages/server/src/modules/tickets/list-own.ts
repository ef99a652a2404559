import type { PortalTicketLine } from '@fairlead/contract';
import { z } from 'zod';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { listOwn, type OwnState, type PortalPlace } from './portal-store.ts';
import { presentOwnLines } from './present-own.ts';

const written = z.tuple([z.number().int().min(0).max(8.64e15), z.uuid()]);

/** A page of a customer's tickets. Throws `request.invalid` for what is no cursor of ours. */
export async function listTicketsOf(
  reader: Reader,
  actor: CustomerActor,
  wish: { state: OwnState; cursor?: string | undefined; limit: number },
): Promise<{ items: PortalTicketLine[]; next: string | null }> {
  const after = wish.cursor === undefined ? null : readPlace(wish.cursor);
  const found = await listOwn(reader, actor.id, wish.state, { after, limit: wish.limit + 1 });
  const items = found.slice(0, wish.limit);
  const last = items.at(-1);
  const place = last && JSON.stringify([last.updatedAt.getTime(), last.id]);
  const next = found.length > wish.limit && place ? Buffer.from(place).toString('base64url') : null;
  return { items: await presentOwnLines(reader, items), next };
}

function readPlace(cursor: string): PortalPlace {
  try {
    const [updated, id] = written.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { updatedAt: new Date(updated), id };
  } catch {
    throw fail('request.invalid', { field: 'cursor' });
  }
}
