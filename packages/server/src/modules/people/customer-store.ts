import { type Locale, type Tier, tidyLine } from '@fairlead/contract';
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Customers } from '../../platform/database/database-types.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { CustomerRecord } from './customer.ts';
import type { CustomerPlace } from './customer-cursor.ts';
import { foldText, type SearchTerms, searchGrams, searchTerms } from './search-rules.ts';

function recordOf(row: Omit<Selectable<Customers>, 'search_text' | 'search_grams'>): CustomerRecord {
  return {
    id: row.id,
    externalId: row.external_id,
    verified: row.verified_at !== null,
    name: row.name,
    email: row.email,
    emailVerified: row.email_verified,
    locale: row.locale as Locale,
    tier: row.tier as Tier,
    timeZone: row.time_zone,
    country: row.country,
    page: row.page_url === null ? null : { url: row.page_url, title: row.page_title ?? '' },
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    onlineUntil: row.online_until,
    mergedInto: row.merged_into,
  };
}

const columns = [
  'id',
  'external_id',
  'verified_at',
  'name',
  'email',
  'email_verified',
  'locale',
  'tier',
  'time_zone',
  'country',
  'page_url',
  'page_title',
  'first_seen_at',
  'last_seen_at',
  'online_until',
  'merged_into',
] as const;

/** Customers by id, in no order; those merged away too. */
export async function listCustomersById(reader: Reader, ids: readonly string[]): Promise<CustomerRecord[]> {
  if (ids.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('customers')
    .modifyFront(prepared)
    .select(columns)
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
  return rows.map(recordOf);
}

/** Customers held until the end of the transaction, locked in the order of their ids. */
export async function lockCustomers(tx: Tx, ids: readonly string[]): Promise<Map<string, CustomerRecord>> {
  const rows = await tx.sql
    .selectFrom('customers')
    .select(columns)
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

/** The id of the customer with an exchange's UID. */
export async function findIdByExternalId(reader: Reader, externalId: string): Promise<string | undefined> {
  const row = await reader.sql
    .selectFrom('customers')
    .select('id')
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row?.id;
}

/** The customer with an exchange's UID, held until the end of the transaction. */
export async function lockByExternalId(tx: Tx, externalId: string): Promise<CustomerRecord | undefined> {
  const row = await tx.sql
    .selectFrom('customers')
    .select(columns)
    .where('external_id', '=', externalId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** A name as agents can see it, whatever a platform or a letter calls its writer; null where nothing can be seen. */
const shownName = (name: string | null) => (name && tidyLine(name)) || null;

const columnsOf = (customer: CustomerRecord) => ({
  external_id: customer.externalId,
  name: shownName(customer.name),
  email: customer.email,
  email_verified: customer.emailVerified,
  locale: customer.locale,
  tier: customer.tier,
  time_zone: customer.timeZone,
  country: customer.country,
  page_url: customer.page?.url ?? null,
  page_title: customer.page?.title ?? null,
  first_seen_at: customer.firstSeenAt,
  last_seen_at: customer.lastSeenAt,
  online_until: customer.onlineUntil,
  merged_into: customer.mergedInto,
});

function searchColumnsOf({ name, email, externalId }: Pick<CustomerRecord, 'name' | 'email' | 'externalId'>) {
  const folded = foldText([shownName(name), email, externalId]);
  return { search_text: folded, search_grams: searchGrams(folded) };
}

/** Adds a customer; false when there is one with the same UID already. Another transaction that is adding the same one is waited for. */
export async function insertCustomer(tx: Tx, customer: CustomerRecord): Promise<boolean> {
  const row = await tx.sql
    .insertInto('customers')
    .values({
      id: customer.id,
      verified_at: customer.verified ? tx.now : null,
      ...columnsOf(customer),
      ...searchColumnsOf(customer),
    })
    .onConflict((conflict) => conflict.column('external_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds customers who have no UID, in one statement. */
export async function insertCustomers(tx: Tx, customers: readonly CustomerRecord[]): Promise<void> {
  const rows = customers.map((it) => ({ id: it.id, ...columnsOf(it), ...searchColumnsOf(it) }));
  await sql`${prepared}
    insert into customers (id, name, email, email_verified, locale, tier, time_zone, country, page_url, page_title,
      first_seen_at, last_seen_at, online_until, search_text, search_grams)
    select id, name, email, email_verified, locale, tier, time_zone, country, page_url, page_title,
      first_seen_at, last_seen_at, online_until, search_text, search_grams
    from jsonb_populate_recordset(null::customers, ${JSON.stringify(rows)}::jsonb)
  `.execute(tx.sql);
}

/** Saves a customer who was locked before. */
export async function saveCustomer(tx: Tx, before: CustomerRecord, after: CustomerRecord): Promise<void> {
  // The index of the search is touched only when what is searched has changed.
  const searched =
    before.name !== after.name || before.email !== after.email || before.externalId !== after.externalId;
  await tx.sql
    .updateTable('customers')
    .set({ ...columnsOf(after), ...(searched ? searchColumnsOf(after) : {}) })
    .where('id', '=', after.id)
    .execute();
}

/** A stretch of the customers by latest contact, newest first, without those merged away. */
export async function searchCustomers(
  reader: Reader,
  options: { terms: SearchTerms | undefined; after: CustomerPlace | undefined; limit: number },
): Promise<CustomerRecord[]> {
  const { terms, after, limit } = options;
  let query = reader.sql
    .selectFrom('customers')
    .select(columns)
    .where('merged_into', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (terms) query = query.where(fits(terms));
  if (after) {
    query = query.where((of) =>
      of(of.refTuple('last_seen_at', 'id'), '<', of.tuple(after.lastSeenAt, after.id)),
    );
  }
  return (await query.execute()).map(recordOf);
}

/**
 * The ids of the customers that a wish finds by name, e-mail address or UID: a select to be used within the queries of other modules,
 * whose conditions can go on with "and". Undefined when nothing is left of the wish.
 */
export function customersFound(typed: string): RawBuilder<{ id: string }> | undefined {
  const terms = searchTerms(typed);
  return terms && sql`select id from customers where merged_into is null and ${fits(terms)}`;
}

/** The index finds by the pieces, and each find is checked by the patterns. */
function fits({ grams, patterns }: SearchTerms): RawBuilder<SqlBool> {
  return sql`search_grams @> ${grams}::text[] and search_text like all(${patterns}::text[])`;
}

/** Notes that customers were in touch just now, locked in the order of their ids. */
export async function saveSeen(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`${prepared}
    with held as (select id from customers where id = any(${ids}::uuid[]) order by id for no key update)
    update customers c set last_seen_at = ${tx.now} from held where c.id = held.id
  `.execute(tx.sql);
}

/** Says that customers are here until a moment. */
export async function renewOnline(tx: Tx, ids: readonly string[], until: Date): Promise<void> {
  await tx.sql
    .updateTable('customers')
    .set({ online_until: until })
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
}

/** Says that customers were here until just now. */
export async function endOnline(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.sql
    .updateTable('customers')
    .set({ online_until: null, last_seen_at: tx.now })
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
}

/** Where a customer's browser said that they are, as an IANA name; null where none did. */
export async function customerTimeZone(reader: Reader, id: string): Promise<string | null> {
  const row = await reader.sql
    .selectFrom('customers')
    .select('time_zone')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.time_zone ?? null;
}
