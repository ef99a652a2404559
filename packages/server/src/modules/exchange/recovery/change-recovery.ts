import type { RecoveryState, SystemLine } from '@fairlead/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sayInThreads } from '../../conversations/index.ts';
import { openTicket, readTickets } from '../../tickets/index.ts';
import { accountRecoveryChanged } from '../events.ts';
import type { RecoveryRecord } from './ladder.ts';
import { recoveryLetterJob } from './recovery-letters.ts';
import { saveRecovery } from './recovery-store.ts';

/** What colleagues read in the conversations that belong to it; of what lies between nothing. Customers do not see these lines. */
const lines: Partial<Record<RecoveryState, SystemLine>> = {
  review: 'recovery_review',
  cooling: 'recovery_cooling',
  granted: 'recovery_granted',
  refused: 'recovery_ended',
  stopped: 'recovery_ended',
  expired: 'recovery_ended',
  withdrawn: 'recovery_ended',
};

/** The only way a recovery changes: it is saved, announced on its ticket, and what follows from where it stands now is ordered with it. */
export async function changeRecovery(
  tx: Tx,
  platform: Platform,
  actor: Actor,
  before: RecoveryRecord,
  after: RecoveryRecord,
): Promise<void> {
  if (after === before) return;
  await saveRecovery(tx, after);
  await follow(tx, platform, actor, before, after);
}

/** Says that it stands so now, and orders what follows. `before` is null for one that has just begun. */
export async function follow(
  tx: Tx,
  platform: Platform,
  actor: Actor,
  before: RecoveryRecord | null,
  after: RecoveryRecord,
): Promise<void> {
  const { jobs, live } = platform;
  const { id, ticketId, state, contested, holderId } = after;
  await announce(tx, accountRecoveryChanged, {
    subjectId: ticketId,
    actor,
    payload: { recoveryId: id, state, contested },
  });
  if (!before) await sayInItsThreads(tx, platform, actor, after, 'recovery_begun');
  const line = lines[state];
  if (line && before?.state !== state) await sayInItsThreads(tx, platform, actor, after, line);
  if (!before && holderId !== null) await jobs.enqueue(tx, recoveryLetterJob, { id, kind: 'begun' });
  if (!before || before.state === state) return;
  if (state === 'cooling') await jobs.enqueue(tx, recoveryLetterJob, { id, kind: 'agreed' });
  if (state === 'granted') await orderWork(tx, { live }, actor, after, 'account_security.lost_2fa');
  if (state === 'stopped') await orderWork(tx, { live }, actor, after, 'account_security.hacked');
}

/** In the thread of its ticket, and in the conversation in which the way was shown. */
async function sayInItsThreads(
  tx: Tx,
  platform: Platform,
  actor: Actor,
  it: RecoveryRecord,
  key: SystemLine,
): Promise<void> {
  const [ticket] = await readTickets(tx, [it.ticketId]);
  if (!ticket) return;
  const ids = [ticket.conversationId, it.conversationId].filter((id) => id !== null);
  await sayInThreads(tx, platform, actor, [...new Set(ids)], { key, params: { number: ticket.number } });
}

/** A back-office ticket for who carries it out at the exchange, or looks into a theft. Its customer is the one whose account it is. */
async function orderWork(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  actor: Actor,
  { id, ticketId, holderId }: RecoveryRecord,
  category: 'account_security.lost_2fa' | 'account_security.hacked',
): Promise<void> {
  const [ticket] = await readTickets(tx, [ticketId]);
  if (!ticket) return;
  await openTicket(tx, platform, actor, {
    subject: ticket.subject,
    category,
    source: 'agent',
    ...(category === 'account_security.hacked' ? { priority: 'urgent' as const } : {}),
    customerId: holderId,
    language: ticket.language,
    locale: ticket.locale,
    teamId: ticket.teamId,
    ...(ticket.status === 'closed' || ticket.parentId ? {} : { parentId: ticketId, parentWaits: false }),
    origin: `recovery:${id}`,
  });
}
