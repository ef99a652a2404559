import { defaultLocale, mailedCodeMinutes } from '@fairlead/contract';
import type { CustomerActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countAttempt, mailedCodeThrottles } from '../../access/index.ts';
import { customerEmail, hasProvenAddress, readCustomers } from '../../people/index.ts';
import { accessOwn, checkCode, mailCode } from '../../tickets/index.ts';
import { changeRecovery } from './change-recovery.ts';
import { isOpen, passTime, prove, type RecoveryRecord } from './ladder.ts';
import { findRecoveryOn, lockRecovery } from './recovery-store.ts';

const proves = (it: RecoveryRecord) => ({ purpose: 'recovery' as const, about: it.id });

/** The open recovery on one's own ticket. Throws `ticket.not_found`, `recovery.not_found`, `recovery.decided`. */
async function openOwn(
  { database }: Platform,
  caller: CustomerActor,
  ticketId: string,
): Promise<RecoveryRecord> {
  const reader = database.reader();
  await accessOwn(reader, caller, ticketId);
  const record = await findRecoveryOn(reader, ticketId);
  if (!record) throw fail('recovery.not_found');
  if (!isOpen(record)) throw fail('recovery.decided');
  return record;
}

/**
 * Sends a code to the address by which the exchange knows the account. Where there is none, the answer and its limits are the same, and no letter
 * goes out. Throws as `openOwn` does, and `access.too_many_attempts`.
 */
export async function sendRecoveryCode(
  platform: Platform,
  caller: CustomerActor,
  ticketId: string,
  from: string,
): Promise<{ challenge: string; minutes: number }> {
  const record = await openOwn(platform, caller, ticketId);
  const reader = platform.database.reader();
  const { holderId } = record;
  const email =
    holderId !== null && (await hasProvenAddress(reader, holderId))
      ? await customerEmail(reader, holderId)
      : null;
  if (holderId === null || email === null || !platform.mail.configured) {
    await countAttempt(platform, await mailedCodeThrottles(reader, `uid:${record.uid}`, from));
    return { challenge: newId(), minutes: mailedCodeMinutes };
  }
  const locale = (await readCustomers(reader, [holderId])).get(holderId)?.locale ?? defaultLocale;
  return mailCode(platform, proves(record), { email, locale, from });
}

/** Proves by the code that was sent that one reads that address. Throws as `openOwn` does, and `access.wrong_code`. */
export async function proveOwn(
  platform: Platform,
  caller: CustomerActor,
  ticketId: string,
  typed: { challenge: string; code: string; from: string },
): Promise<RecoveryRecord> {
  const { id, ...record } = await openOwn(platform, caller, ticketId);
  const use = await checkCode(platform, proves({ id, ...record }), typed);
  return platform.database.write(async (tx) => {
    const before = await lockRecovery(tx, id);
    if (!before) throw fail('recovery.not_found');
    // What time has done counts, whether or not its turn has come.
    const after = prove(passTime(before, tx.now), 'known_address', tx.now);
    await use(tx);
    await changeRecovery(tx, platform, caller, before, after);
    return after;
  });
}
