import { defaultLocale, mailedCodeMinutes, type RecoveryChannel } from '@fairlead/contract';
import type { CustomerActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countAttempt, mailedCodeThrottles } from '../../access/index.ts';
import { customerEmail, hasProvenAddress, otherAddress, readCustomers } from '../../people/index.ts';
import { accessOwn, checkCode, mailCode } from '../../tickets/index.ts';
import { changeRecovery } from './change-recovery.ts';
import { isOpen, passTime, prove, type RecoveryRecord, withdraw } from './ladder.ts';
import { findRecoveryOn, lockRecovery } from './recovery-store.ts';

/** A code to one address proves nothing of the other. */
const proves = ({ id }: Pick<RecoveryRecord, 'id'>, to: RecoveryChannel) => ({
  purpose: 'recovery' as const,
  about: to === 'known_address' ? id : `${id}:${to}`,
});

/** Where a code goes; null where the account has no such address. */
async function addressOf(
  reader: Reader,
  { holderId, requestedAt }: RecoveryRecord,
  to: RecoveryChannel,
): Promise<string | null> {
  if (holderId === null) return null;
  if (to === 'second_channel') return otherAddress(reader, holderId, requestedAt);
  return (await hasProvenAddress(reader, holderId)) ? customerEmail(reader, holderId) : null;
}

/** The open recovery on one's own ticket. Throws `ticket.not_found`, `recovery.not_found`, `recovery.decided`. */
export async function openOwn(
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
 * Sends a code to the address by which the exchange knows the account, or to another one that its owner proved long before. Where there is none, the
 * answer and its limits are the same, and no letter goes out. Throws as `openOwn` does, and `access.too_many_attempts`.
 */
export async function sendRecoveryCode(
  platform: Platform,
  caller: CustomerActor,
  ticketId: string,
  { to, from }: { to: RecoveryChannel; from: string },
): Promise<{ challenge: string; minutes: number }> {
  const record = await openOwn(platform, caller, ticketId);
  const reader = platform.database.reader();
  const { holderId } = record;
  const email = await addressOf(reader, record, to);
  if (holderId === null || email === null || !platform.mail.configured) {
    await countAttempt(platform, await mailedCodeThrottles(reader, `uid:${record.uid}:${to}`, from));
    return { challenge: newId(), minutes: mailedCodeMinutes };
  }
  const locale = (await readCustomers(reader, [holderId])).get(holderId)?.locale ?? defaultLocale;
  return mailCode(platform, proves(record, to), { email, locale, from });
}

/** Proves by the code that was sent that one reads that address. Throws as `openOwn` does, and `access.wrong_code`. */
export async function proveOwn(
  platform: Platform,
  caller: CustomerActor,
  ticketId: string,
  typed: { to: RecoveryChannel; challenge: string; code: string; from: string },
): Promise<RecoveryRecord> {
  const { id } = await openOwn(platform, caller, ticketId);
  const use = await checkCode(platform, proves({ id }, typed.to), typed);
  return platform.database.write(async (tx) => {
    const before = await lockRecovery(tx, id);
    if (!before) throw fail('recovery.not_found');
    // What time has done counts, whether or not its turn has come.
    const after = prove(passTime(before, tx.now), typed.to, tx.now);
    await use(tx);
    await changeRecovery(tx, platform, caller, before, after);
    return after;
  });
}

/** Whoever asked asks no longer. Throws `ticket.not_found`, `recovery.not_found`, `recovery.decided`. */
export async function withdrawOwn(
  platform: Platform,
  caller: CustomerActor,
  ticketId: string,
): Promise<RecoveryRecord> {
  const reader = platform.database.reader();
  await accessOwn(reader, caller, ticketId);
  const named = await findRecoveryOn(reader, ticketId);
  if (!named) throw fail('recovery.not_found');
  return platform.database.write(async (tx) => {
    const before = await lockRecovery(tx, named.id);
    if (!before) throw fail('recovery.not_found');
    const after = withdraw(passTime(before, tx.now));
    await changeRecovery(tx, platform, caller, before, after);
    return after;
  });
}
