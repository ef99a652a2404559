import { type LostAccess, topCategoryOf } from '@fairlead/contract';
import { type CustomerActor, system } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countAttempt, mailedCodeTries } from '../../access/index.ts';
import { findConversation } from '../../conversations/index.ts';
import {
  customerEmail,
  hasProvenAddress,
  holderOfUid,
  otherAddress,
  readCustomers,
} from '../../people/index.ts';
import { accessOwn } from '../../tickets/index.ts';
import type { ExchangeConnector } from '../connector/connector.ts';
import { askableOf } from './activity-questions.ts';
import { assessRisk } from './assess-risk.ts';
import { changeRecovery, follow } from './change-recovery.ts';
import {
  contest,
  isOpen,
  passTime,
  prove,
  provingTime,
  type RecoveryRecord,
  rememberGrant,
} from './ladder.ts';
import { readActivity } from './read-activity.ts';
import { readRisk } from './read-risk.ts';
import { readOffer } from './recovery-offer.ts';
import { findRecoveryOn, insertRecovery, listGrantedOf, lockOpenOf, lockUid } from './recovery-store.ts';

/**
 * Somebody asks for an account back, on a ticket of their own. Does the same whether or not anybody has that account. A second claim on one
 * account makes both contested, and one beside an earlier grant takes two agents. Throws `ticket.not_found`, `recovery.wrong_ticket`, `recovery.under_way`, `access.too_many_attempts`.
 */
export async function beginRecovery(
  platform: Platform,
  connector: ExchangeConnector,
  caller: CustomerActor,
  ticketId: string,
  {
    uid,
    lost,
    cameBy,
    from,
  }: { uid: string; lost: readonly LostAccess[]; cameBy?: string | undefined; from: string },
): Promise<RecoveryRecord> {
  const { clock, database } = platform;
  const reader = database.reader();
  const ticket = await accessOwn(reader, caller, ticketId);
  const fitting = topCategoryOf(ticket.category) === 'account_security';
  if (!fitting || ticket.status === 'closed' || ticket.mergedIntoId) throw fail('recovery.wrong_ticket');
  if (await findRecoveryOn(reader, ticketId)) throw fail('recovery.under_way');
  await countAttempt(platform, mailedCodeTries(from));
  const holder = await holderOfUid(reader, uid);
  const card = holder ? (await readCustomers(reader, [holder.id])).get(holder.id) : undefined;
  const risk = await readRisk(connector, holder, card?.tier ?? 'standard', clock.now());
  const [facts, channel] = [
    await readActivity(connector, holder, clock.now()),
    holder && (await otherAddress(reader, holder.id, clock.now())),
  ];
  const [mine, theirs] = [
    await provenEmail(platform, caller.id),
    holder && (await provenEmail(platform, holder.id)),
  ];

  const shownIn = cameBy === undefined ? null : readOffer(platform.keys, cameBy, clock.now());
  const conversationId = shownIn && (await findConversation(reader, shownIn)) ? shownIn : null;

  return database.write(async (tx) => {
    await lockUid(tx, uid);
    const rivals: RecoveryRecord[] = [];
    for (const open of await lockOpenOf(tx, uid)) {
      // What time has done counts, whether or not its turn has come.
      const passed = passTime(open, tx.now);
      await changeRecovery(tx, platform, system('recovery'), open, passed);
      if (isOpen(passed)) rivals.push(passed);
    }
    const lately = new Date(tx.now.getTime() - rememberGrant);
    const grantedLately = (await listGrantedOf(tx, [uid], lately)).length > 0;
    if (rivals.some((it) => it.claimantId === caller.id)) throw fail('recovery.under_way');
    const contested = rivals.length > 0;
    const begun: RecoveryRecord = {
      id: newId(tx.now.getTime()),
      ticketId,
      claimantId: caller.id,
      uid,
      holderId: holder?.id ?? null,
      lost: [...new Set(lost)],
      ...assessRisk({ ...risk, lost, contested, grantedLately }),
      contested,
      addressProvenAt: null,
      channelProvenAt: null,
      documentProvenAt: null,
      activityProvenAt: null,
      activityTries: 0,
      askable: askableOf({ hasChannel: channel !== null, facts }),
      state: 'proving',
      requestedAt: tx.now,
      firstBy: null,
      decidedBy: null,
      notes: [],
      until: new Date(tx.now.getTime() + provingTime),
      grantedAt: null,
      conversationId,
    };
    // Who signed in by a code that went to the account's address has proven that they read it.
    const record = mine !== null && mine === theirs ? prove(begun, 'known_address', tx.now) : begun;
    if (!(await insertRecovery(tx, record))) throw fail('recovery.under_way');
    await follow(tx, platform, caller, null, record);
    for (const rival of rivals) await changeRecovery(tx, platform, caller, rival, contest(rival, tx.now));
    return record;
  });
}

async function provenEmail({ database }: Platform, customerId: string): Promise<string | null> {
  const reader = database.reader();
  if (!(await hasProvenAddress(reader, customerId))) return null;
  return (await customerEmail(reader, customerId))?.toLowerCase() ?? null;
}
