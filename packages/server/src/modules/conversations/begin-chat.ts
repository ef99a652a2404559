import type { ChatSession, Locale } from '@fairlead/contract';
import { type CustomerActor, system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { issueCustomerToken, type VerifiedIdentity, verifyIdentity } from '../access/index.ts';
import { type Inbox, readInboxByKey } from '../channels/index.ts';
import {
  beginVisitor,
  customerEmail,
  identifyCustomer,
  keepAntiPhishingCode,
  mailedCustomers,
  matchVerified,
  mergeVisitorInto,
  readCustomers,
  touchCustomer,
} from '../people/index.ts';
import type { ConversationPorts } from './conversation-ports.ts';
import { destinationOf } from './conversation-rules.ts';
import { listChats, listOfCustomer, lockCustomer } from './conversation-store.ts';
import { mergeConversations } from './merge-conversations.ts';
import { loadPresenter } from './presenter.ts';

/** What a browser brings when it opens the chat. */
export interface ChatArrival {
  inbox: string;
  browserKey: string;
  token?: string | undefined;
  identity?: string | undefined;
  locale: Locale;
  timeZone?: string | undefined;
  page?: { url: string; title: string } | undefined;
}

/**
 * Begins or renews a chat session. With an identity signed by the exchange the customer is verified, and the threads this browser
 * had as a visitor become theirs; without one it goes on as whoever its token says, or as a new visitor. At an inbox that is switched
 * off only those get in who have something to go on with. Throws `channels.inbox_not_found`.
 */
export async function beginChat(
  platform: Platform,
  ports: Pick<ConversationPorts, 'expectsNews'>,
  arrival: ChatArrival,
): Promise<ChatSession> {
  const reader = platform.database.reader();
  const inbox = await readInboxByKey(reader, arrival.inbox);
  if (!inbox) throw fail('channels.inbox_not_found');
  // Only the chat is for whoever comes along.
  if (inbox.channel !== 'chat' && !arrival.identity) throw fail('identity.session_invalid');
  const identity = arrival.identity
    ? await verifyIdentity(platform, inbox.id, arrival.identity, arrival.browserKey)
    : null;
  const current = await currentCustomer(platform, inbox, arrival);
  const customer = await platform.database.write(async (tx) => {
    const arrived = identity
      ? await verified(tx, platform, inbox, arrival, identity, current)
      : await visitor(tx, inbox, arrival, current);
    // Known only now, when a visitor's threads are those of whom they turned out to be; thrown, nobody has arrived.
    if (!inbox.enabled && !(await mayGoOn(tx, inbox, arrived.id))) throw fail('channels.inbox_not_found');
    return arrived;
  });
  // Proof of who somebody is lasts as long as it did when it was given: only a new proof makes a new verified token.
  const kept = identity === null && customer.verified ? arrival.token : undefined;
  return present(platform, ports, customer, arrival.browserKey, identity?.keyId ?? null, kept);
}

/** Whether a customer has a conversation in the inbox into which they can still write. */
async function mayGoOn(tx: Tx, inbox: Inbox, customerId: string): Promise<boolean> {
  const records = await listOfCustomer(tx, customerId);
  return records.some(
    (record) => record.inboxId === inbox.id && destinationOf(record, inbox.reopenHours, tx.now) !== 'new',
  );
}

/** Whoever the browser's token says, if it holds for this inbox and this browser. */
async function currentCustomer(
  platform: Platform,
  inbox: Inbox,
  { token, browserKey }: ChatArrival,
): Promise<CustomerActor | null> {
  if (!token) return null;
  const caller = await identifyCustomer(platform, { token, browserKey });
  return caller.type === 'customer' && caller.inboxId === inbox.id ? caller : null;
}

async function visitor(
  tx: Tx,
  inbox: Inbox,
  arrival: ChatArrival,
  current: CustomerActor | null,
): Promise<CustomerActor> {
  if (current) {
    await touchCustomer(tx, current.id, arrival);
    return current;
  }
  const id = await beginVisitor(tx, { inboxId: inbox.id, channel: inbox.channel, ...arrival });
  return { type: 'customer', id, verified: false, inboxId: inbox.id };
}

async function verified(
  tx: Tx,
  platform: Platform,
  inbox: Inbox,
  arrival: ChatArrival,
  identity: VerifiedIdentity,
  current: CustomerActor | null,
): Promise<CustomerActor> {
  const { id } = await matchVerified(tx, {
    inboxId: inbox.id,
    channel: inbox.channel,
    ...arrival,
    ...identity,
    locale: identity.locale ?? arrival.locale,
  });
  await keepAntiPhishingCode(tx, platform.keys, id, identity.antiPhishingCode);
  // Another verified customer on the same browser is somebody else, whose threads stay theirs.
  if (current && !current.verified && current.id !== id) {
    // What this visitor is about to start waits, and then finds out that they are somebody else.
    await lockCustomer(tx, current.id);
    if (await mergeVisitorInto(tx, current.id, id))
      await mergeConversations(tx, platform, system('identity'), current.id, id);
  }
  // Who proved this address before, without the exchange, was the same person.
  for (const mailed of identity.email ? await mailedCustomers(tx, identity.email) : []) {
    await lockCustomer(tx, mailed);
    if (await mergeVisitorInto(tx, mailed, id))
      await mergeConversations(tx, platform, system('identity'), mailed, id);
  }
  return { type: 'customer', id, verified: true, inboxId: inbox.id };
}

async function present(
  platform: Platform,
  { expectsNews }: Pick<ConversationPorts, 'expectsNews'>,
  actor: CustomerActor,
  browserKey: string,
  keyId: string | null,
  kept: string | undefined,
): Promise<ChatSession> {
  const reader = platform.database.reader();
  const [customers, email, records, expects, token] = await Promise.all([
    readCustomers(reader, [actor.id]),
    customerEmail(reader, actor.id),
    listChats(reader, actor.id),
    expectsNews(reader, actor.id),
    kept ??
      issueCustomerToken(platform, {
        customerId: actor.id,
        inboxId: actor.inboxId,
        keyId,
        browserKey,
      }),
  ]);
  const customer = customers.get(actor.id);
  if (!customer) throw fail('identity.session_invalid');
  const { id, name, locale } = customer;
  const presenter = await loadPresenter(reader, platform.keys, records, []);
  return {
    token,
    customer: { id, name, email, locale, verified: actor.verified },
    conversations: records.map((record) => presenter.present(record, []).customerConversation),
    expectsNews: expects,
  };
}
