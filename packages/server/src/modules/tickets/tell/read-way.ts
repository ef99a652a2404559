import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { boundAddresses, customerEmail, hasProvenAddress, verifiedCustomer } from '../../people/index.ts';
import type { TicketRecord } from '../ticket.ts';
import { findChoice } from './tell-store.ts';
import type { Bound } from './way.ts';
import { wayInForce } from './way-rules.ts';

/** How the customer of a ticket chose to be told of it, and how they are told now. */
export async function readWay(
  reader: Reader,
  platform: Pick<Platform, 'mail'>,
  ticket: Pick<TicketRecord, 'id' | 'customerId' | 'channel'>,
) {
  const { customerId } = ticket;
  const choice = await findChoice(reader, ticket);
  const [bound, proven] =
    choice?.by === 'chat' && customerId !== null
      ? [await ownChats(reader, customerId), await provenAddress(reader, platform, customerId)]
      : [[], null];
  return { choice, ...wayInForce(choice, bound, proven) };
}

/** The chats that somebody connected to their account; none of whom the exchange does not vouch for. */
export async function ownChats(reader: Reader, customerId: string): Promise<Bound[]> {
  const customer = await verifiedCustomer(reader, customerId);
  return customer ? boundAddresses(reader, customer.id) : [];
}

/** Where a customer is written to when a chat is not reached: only where it is proven that they read it. */
async function provenAddress(
  reader: Reader,
  { mail }: Pick<Platform, 'mail'>,
  customerId: string,
): Promise<string | null> {
  const may = mail.configured && (await hasProvenAddress(reader, customerId));
  return may ? customerEmail(reader, customerId) : null;
}

/** The same of the customer of a ticket. */
export const provenOf = (
  platform: Pick<Platform, 'mail' | 'database'>,
  { customerId }: Pick<TicketRecord, 'customerId'>,
): Promise<string | null> =>
  customerId === null
    ? Promise.resolve(null)
    : provenAddress(platform.database.reader(), platform, customerId);
