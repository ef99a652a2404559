import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { prepared } from '../../platform/database/prepared.ts';

/** Keeps a customer's code, encrypted, in the place of what was kept. */
export async function saveSealedCode(tx: Tx, customerId: string, sealed: string): Promise<void> {
  await tx.sql
    .insertInto('anti_phishing_codes')
    .values({ customer_id: customerId, sealed })
    .onConflict((at) => at.column('customer_id').doUpdateSet({ sealed }))
    .execute();
}

export async function removeSealedCode(tx: Tx, customerId: string): Promise<void> {
  await tx.sql.deleteFrom('anti_phishing_codes').where('customer_id', '=', customerId).execute();
}

/** The code of a customer whom the exchange verified, and for whose very address it vouched. */
export async function sealedCodeAt(
  reader: Reader,
  customerId: string,
  address: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: string }>`
    select k.sealed from anti_phishing_codes as k join customers as c on c.id = k.customer_id
    where c.id = ${customerId} and c.verified_at is not null and c.email_verified
      and lower(c.email) = ${address.toLowerCase()}
  `.execute(reader.sql);
  return rows[0]?.sealed;
}

/** Those of these addresses for which the exchange vouches that they are a customer's who has a code; in lower case. */
export async function addressesWithCodes(
  reader: Reader,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ address: string }>`${prepared}
    select lower(c.email) as address from customers as c join anti_phishing_codes as k on k.customer_id = c.id
    where c.email_verified and c.verified_at is not null
      and lower(c.email) = any(${addresses.map((it) => it.toLowerCase())}::text[])
  `.execute(reader.sql);
  return new Set(rows.map((row) => row.address));
}

/** The codes of a customer, and of whomever the exchange vouches for at one of the addresses. */
export async function sealedCodesAround(
  reader: Reader,
  customerId: string | null,
  addresses: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ sealed: string }>`
    select sealed from anti_phishing_codes where customer_id = ${customerId}::uuid
    union
    select k.sealed from customers as c join anti_phishing_codes as k on k.customer_id = c.id
    where c.email_verified and c.verified_at is not null
      and lower(c.email) = any(${addresses.map((it) => it.toLowerCase())}::text[])
  `.execute(reader.sql);
  return rows.map((row) => row.sealed);
}
