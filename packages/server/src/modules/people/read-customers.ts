import type { Customer, CustomerSummary } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { listIdentities } from './channel-identity-store.ts';
import type { CustomerRecord } from './customer.ts';
import { readCursor, writeCursor } from './customer-cursor.ts';
import { isOnline } from './customer-rules.ts';
import { listCustomersById, searchCustomers } from './customer-store.ts';
import { searchTerms } from './search-rules.ts';

/** Port: how many conversations a customer has had. */
export type ConversationCount = (reader: Reader, customerId: string) => Promise<number>;

const pageSize = 30;

/** Customers as lists show them, in one query. One who was merged into another is still answered under their own id. */
export async function readCustomers(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, CustomerSummary>> {
  const customers = await listCustomersById(reader, ids);
  return new Map(customers.map((customer) => [customer.id, summaryOf(customer)]));
}

/** The e-mail address on which a customer can be reached; null when there is none. Throws `people.not_found`. */
export async function customerEmail(reader: Reader, id: string): Promise<string | null> {
  const [customer] = await listCustomersById(reader, [id]);
  if (!customer) throw fail('people.not_found');
  return customer.email;
}

/** Whether the customer proved that their e-mail address is theirs, or the exchange vouched for it. */
export async function hasProvenAddress(reader: Reader, id: string): Promise<boolean> {
  const [customer] = await listCustomersById(reader, [id]);
  return Boolean(customer?.email && customer.emailVerified);
}

/** So long an address has been somebody's before it proves anything: a thief's is new. */
const oldEnough = 7 * 24 * 3_600_000;

/**
 * Another e-mail address that a customer proved to be theirs, and well before `moment`; that which they proved first. Null where there is none. Throws
 * `people.not_found`.
 */
export async function otherAddress(reader: Reader, id: string, moment: Date): Promise<string | null> {
  const known = (await customerEmail(reader, id))?.toLowerCase();
  const others = await listIdentities(reader, [id]);
  const other = others.find(
    ({ channel, verified, address, createdAt }) =>
      channel === 'email' &&
      verified &&
      address.toLowerCase() !== known &&
      moment.getTime() - createdAt.getTime() > oldEnough,
  );
  return other?.address ?? null;
}

/** Whether this was a visitor who has since been recognised as somebody. */
export async function mergedAway(reader: Reader, id: string): Promise<boolean> {
  const [customer] = await listCustomersById(reader, [id]);
  return Boolean(customer?.mergedInto);
}

/** The page of the exchange that the customer's browser named last; anybody can name any page. */
export async function customerPage(reader: Reader, id: string): Promise<string | null> {
  const [customer] = await listCustomersById(reader, [id]);
  return customer?.page?.url ?? null;
}

/** A customer's card; asked for a visitor who was merged, that of whom they turned out to be. Throws `people.not_found`. */
export async function getCustomer(reader: Reader, count: ConversationCount, id: string): Promise<Customer> {
  const [named] = await listCustomersById(reader, [id]);
  const [customer] = named?.mergedInto ? await listCustomersById(reader, [named.mergedInto]) : [named];
  if (!customer) throw fail('people.not_found');
  const [card] = await presentCustomers(reader, count, [customer]);
  if (!card) throw fail('people.not_found');
  return card;
}

/** Customers by name, e-mail address or UID, newest contact first. */
export async function listCustomers(
  reader: Reader,
  count: ConversationCount,
  { q, cursor }: { q?: string | undefined; cursor?: string | undefined },
): Promise<{ items: Customer[]; next: string | null }> {
  const found = await searchCustomers(reader, {
    terms: searchTerms(q ?? ''),
    after: cursor === undefined ? undefined : readCursor(cursor),
    limit: pageSize + 1,
  });
  const items = found.slice(0, pageSize);
  const last = found.length > pageSize ? items.at(-1) : undefined;
  return { items: await presentCustomers(reader, count, items), next: last ? writeCursor(last) : null };
}

const summaryOf = ({ id, name, externalId, verified, tier, locale }: CustomerRecord): CustomerSummary => ({
  id,
  name,
  externalId,
  verified,
  tier,
  locale,
});

async function presentCustomers(
  reader: Reader,
  count: ConversationCount,
  customers: readonly CustomerRecord[],
): Promise<Customer[]> {
  const identities = await listIdentities(
    reader,
    customers.map((customer) => customer.id),
  );
  const counts = await Promise.all(customers.map((customer) => count(reader, customer.id)));
  return customers.map((customer, index) => ({
    ...summaryOf(customer),
    email: customer.email,
    emailVerified: customer.emailVerified,
    timeZone: customer.timeZone,
    country: customer.country,
    firstSeenAt: customer.firstSeenAt.toISOString(),
    lastSeenAt: customer.lastSeenAt.toISOString(),
    online: isOnline(customer, reader.now),
    page: customer.page,
    conversationCount: counts[index] ?? 0,
    identities: identities
      // A browser of the chat is no address that says anything to people.
      .filter((it) => it.customerId === customer.id && !(it.channel === 'chat' && !it.verified))
      .map(({ channel, address, verified }) => ({ channel, address, verified })),
  }));
}
