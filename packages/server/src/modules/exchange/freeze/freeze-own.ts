import { defaultLocale } from '@fairlead/contract';
import type { CustomerActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  customerEmail,
  hasProvenAddress,
  readCustomers,
  type VerifiedCustomer,
  verifiedCustomer,
} from '../../people/index.ts';
import { checkCode, mailCode } from '../../tickets/index.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { accountFreezeChanged } from '../events.ts';
import { carryOutNow, freezeJob } from './carry-out.ts';
import type { FreezeRecord } from './freeze-rules.ts';
import { findFreeze, insertFreeze, lockOpenFreeze, saveFreeze } from './freeze-store.ts';

/** Enough to know one's own address by, and not enough to learn it: `a…@example.com`. */
export const maskEmail = (email: string): string => email.replace(/^(.)[^@]*/u, '$1…');

const proves = (customer: VerifiedCustomer) => ({ purpose: 'freeze' as const, about: customer.id });

async function mustBeVerified(
  { database }: Platform,
  connector: ExchangeConnector,
  caller: CustomerActor,
): Promise<VerifiedCustomer> {
  if (!connector.connected.customers) throw fail('exchange.not_connected');
  const customer = await verifiedCustomer(database.reader(), caller.id);
  if (!customer) throw fail('exchange.customer_not_verified');
  return customer;
}

/**
 * Sends a customer the code by which they freeze their account: to the address that the exchange named, and to no other. Throws
 * `exchange.not_connected`, `exchange.customer_not_verified`, `freeze.no_address`, `access.too_many_attempts`.
 */
export async function sendFreezeCode(
  platform: Platform,
  connector: ExchangeConnector,
  caller: CustomerActor,
  from: string,
): Promise<{ challenge: string; to: string; minutes: number }> {
  const customer = await mustBeVerified(platform, connector, caller);
  const reader = platform.database.reader();
  const email = await customerEmail(reader, customer.id);
  if (!platform.mail.configured || email === null || !(await hasProvenAddress(reader, customer.id)))
    throw fail('freeze.no_address');
  const locale = (await readCustomers(reader, [customer.id])).get(customer.id)?.locale ?? defaultLocale;
  const sent = await mailCode(platform, proves(customer), { email, locale, from });
  return { ...sent, to: maskEmail(email) };
}

/**
 * A customer freezes their account by the code that was sent to them. One that is under way already is gone on with: nobody has to wait for a
 * second person to stop their own account. Throws `access.wrong_code` and as `sendFreezeCode` does.
 */
export async function freezeOwn(
  platform: Platform,
  connector: ExchangeConnector,
  caller: CustomerActor,
  typed: { challenge: string; code: string; from: string },
): Promise<Pick<FreezeRecord, 'state' | 'frozenAt'>> {
  const customer = await mustBeVerified(platform, connector, caller);
  const use = await checkCode(platform, proves(customer), typed);
  const { database, jobs } = platform;
  const id = await database.write(async (tx) => {
    await use(tx);
    const open = await lockOpenFreeze(tx, customer.id);
    if (open?.state === 'approved') return open.id;
    const record: FreezeRecord = {
      id: newId(tx.now.getTime()),
      customerId: customer.id,
      conversationId: null,
      reason: 'customer_request',
      note: '',
      requestedBy: null,
      requestedAt: tx.now,
      decidedBy: null,
      frozenAt: null,
      ...open,
      state: 'approved',
      decidedAt: tx.now,
    };
    if (open) await saveFreeze(tx, record);
    else if (!(await insertFreeze(tx, record))) throw fail('freeze.under_way');
    const payload = { freezeId: record.id, state: record.state };
    await announce(tx, accountFreezeChanged, { subjectId: customer.id, actor: caller, payload });
    await jobs.enqueue(tx, freezeJob, { id: record.id });
    return record.id;
  });
  await carryOutNow(platform, connector, id);
  const done = await findFreeze(database.reader(), id);
  return { state: done?.state ?? 'approved', frozenAt: done?.frozenAt ?? null };
}
