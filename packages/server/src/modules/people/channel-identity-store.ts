import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { ChannelIdentity } from './customer.ts';

/** The addresses of customers, oldest first. */
export async function listIdentities(
  reader: Reader,
  customerIds: readonly string[],
): Promise<Array<ChannelIdentity & { customerId: string; createdAt: Date }>> {
  if (customerIds.length === 0) return [];
  const rows = await reader.sql
    .selectFrom('channel_identities')
    .select(['customer_id', 'channel', 'address', 'verified', 'created_at'])
    .where('customer_id', '=', (of) => of.fn.any(of.val(customerIds as string[])))
    .orderBy('created_at')
    .orderBy('address')
    .execute();
  return rows.map((row) => ({
    customerId: row.customer_id,
    channel: row.channel as ChannelIdentity['channel'],
    address: row.address,
    verified: row.verified,
    createdAt: row.created_at,
  }));
}

/** Whose an address in an inbox is; undefined for one that nobody has written from. */
export async function findIdentity(
  reader: Reader,
  inboxId: string,
  address: string,
): Promise<{ customerId: string; verified: boolean } | undefined> {
  const row = await reader.sql
    .selectFrom('channel_identities')
    .select(['customer_id', 'verified'])
    .where('inbox_id', '=', inboxId)
    .where('address', '=', address)
    .executeTakeFirst();
  return row && { customerId: row.customer_id, verified: row.verified };
}

/** Whose addresses in inboxes are, in their order: null for one that nobody has written from. */
export async function findHolders(
  reader: Reader,
  places: ReadonlyArray<{ inboxId: string; address: string }>,
): Promise<Array<string | null>> {
  const { rows } = await sql<{ customer_id: string | null }>`${prepared}
    select i.customer_id from unnest(
      ${places.map((it) => it.inboxId)}::uuid[], ${places.map((it) => it.address)}::text[]
    ) with ordinality as it (inbox_id, address, place)
    left join channel_identities i on i.inbox_id = it.inbox_id and i.address = it.address
    order by it.place
  `.execute(reader.sql);
  return rows.map((row) => row.customer_id);
}

/** Makes an address in an inbox a customer's, whoever had it before; `bound` where the customer themselves tied it to their account. */
export async function saveIdentity(
  tx: Tx,
  identity: ChannelIdentity & { inboxId: string; customerId: string; bound?: boolean },
): Promise<void> {
  const owner = {
    customer_id: identity.customerId,
    verified: identity.verified,
    bound_at: identity.bound ? tx.now : null,
  };
  await tx.sql
    .insertInto('channel_identities')
    .values({
      inbox_id: identity.inboxId,
      address: identity.address,
      channel: identity.channel,
      ...owner,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['inbox_id', 'address']).doUpdateSet(owner))
    .execute();
}

/** Whether somebody tied an address in an inbox to this customer's account. */
export async function isBoundTo(
  reader: Reader,
  { inboxId, address, customerId }: { inboxId: string; address: string; customerId: string },
): Promise<boolean> {
  const row = await reader.sql
    .selectFrom('channel_identities')
    .select('address')
    .where('inbox_id', '=', inboxId)
    .where('address', '=', address)
    .where('customer_id', '=', customerId)
    .where('bound_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The same for several addresses, each of another place, in one statement. */
export async function saveIdentities(
  tx: Tx,
  identities: ReadonlyArray<ChannelIdentity & { inboxId: string; customerId: string }>,
): Promise<void> {
  await sql`${prepared}
    insert into channel_identities (inbox_id, address, channel, customer_id, verified, created_at)
    select it.*, ${tx.now}::timestamptz from unnest(
      ${identities.map((it) => it.inboxId)}::uuid[], ${identities.map((it) => it.address)}::text[],
      ${identities.map((it) => it.channel)}::text[], ${identities.map((it) => it.customerId)}::uuid[],
      ${identities.map((it) => it.verified)}::boolean[]
    ) as it (inbox_id, address, channel, customer_id, verified)
    on conflict (inbox_id, address) do update
      set customer_id = excluded.customer_id, verified = excluded.verified, bound_at = null
  `.execute(tx.sql);
}

/** The addresses that a customer tied to their account. */
export async function listBound(
  reader: Reader,
  customerId: string,
): Promise<Array<{ inboxId: string; address: string; boundAt: Date }>> {
  const rows = await reader.sql
    .selectFrom('channel_identities')
    .select(['inbox_id', 'address', 'bound_at'])
    .where('customer_id', '=', customerId)
    .where('bound_at', 'is not', null)
    .execute();
  return rows.flatMap((row) =>
    row.bound_at === null ? [] : [{ inboxId: row.inbox_id, address: row.address, boundAt: row.bound_at }],
  );
}

/** Whoever writes at an inbox from a customer's addresses, but for one, is nobody we know from now on; answers those addresses. */
export async function deleteIdentities(
  tx: Tx,
  inboxId: string,
  customerId: string,
  kept: string | null = null,
): Promise<string[]> {
  const rows = await tx.sql
    .deleteFrom('channel_identities')
    .where('inbox_id', '=', inboxId)
    .where('customer_id', '=', customerId)
    .where('address', 'is distinct from', kept)
    .returning('address')
    .execute();
  return rows.map(({ address }) => address);
}

export async function moveIdentities(tx: Tx, fromCustomerId: string, toCustomerId: string): Promise<void> {
  await tx.sql
    .updateTable('channel_identities')
    .set({ customer_id: toCustomerId })
    .where('customer_id', '=', fromCustomerId)
    .execute();
}

/** Those of these e-mail addresses that somebody proved to be theirs, in any inbox. */
export async function provenAmong(reader: Reader, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader.sql
    .selectFrom('channel_identities')
    .modifyFront(prepared)
    .select('address')
    .where('channel', '=', 'email')
    .where('verified', '=', true)
    .where('address', '=', (of) => of.fn.any(of.val(emails as string[])))
    .execute();
  return new Set(rows.map((row) => row.address));
}

/** The customers who proved that an e-mail address is theirs, in any inbox. */
export async function listMailed(reader: Reader, email: string): Promise<string[]> {
  const rows = await reader.sql
    .selectFrom('channel_identities')
    .select('customer_id')
    .distinct()
    .where('channel', '=', 'email')
    .where('verified', '=', true)
    .where('address', '=', email.toLowerCase())
    .execute();
  return rows.map((row) => row.customer_id);
}
