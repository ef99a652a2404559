import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { lockCustomers, saveCustomer } from './customer-store.ts';

/**
 * A customer leaves an e-mail address for answers. One that the exchange vouched for stays; the answer is the address in force.
 * Throws `people.not_found`.
 */
export async function leaveAddress(tx: Tx, id: string, email: string): Promise<string> {
  const customer = (await lockCustomers(tx, [id])).get(id);
  if (!customer) throw fail('people.not_found');
  if (customer.emailVerified && customer.email) return customer.email;
  await saveCustomer(tx, customer, { ...customer, email, emailVerified: false });
  return email;
}
