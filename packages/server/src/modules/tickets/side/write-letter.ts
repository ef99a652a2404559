import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readEmailInbox } from '../../channels/index.ts';
import { claimForTicket, fitsLetter, letterMegabytes, sizesOf } from '../../conversations/index.ts';
import { deliverSideJob } from './deliver-side-job.ts';
import type { SideMessageRecord, SideRecord } from './side.ts';
import { insertSideMessage } from './side-message-store.ts';

/** What an agent writes to a third party. */
export interface SideWords {
  readonly key: string;
  readonly text: string;
  readonly attachmentIds: readonly string[];
}

/**
 * Writes an agent's letter as the next one of a side conversation that is held, and orders that it is sent. Throws `file.not_found`,
 * `conversation.letter_too_large`, `ticket.side_no_inbox`.
 */
export async function writeLetter(
  tx: Tx,
  { jobs, keys }: Pick<Platform, 'jobs' | 'keys'>,
  actor: AgentActor,
  author: { id: string; name: string },
  side: SideRecord,
  { text, attachmentIds, clientKey }: SideWords & { clientKey: string },
): Promise<SideMessageRecord> {
  const inbox = await readEmailInbox(tx, keys, side.inboxId);
  if (!inbox?.smtp) throw fail('ticket.side_no_inbox');
  if (!fitsLetter(await sizesOf(tx, actor, attachmentIds)))
    throw fail('conversation.letter_too_large', { limitMegabytes: letterMegabytes });
  await claimForTicket(tx, actor, attachmentIds, side.ticketId);
  const id = newId();
  const message: SideMessageRecord = {
    id,
    sideId: side.id,
    seq: side.messageCount + 1,
    direction: 'out',
    author,
    from: { address: inbox.address, name: inbox.fromName },
    known: true,
    automatic: false,
    invitationAnswer: null,
    text,
    history: '',
    attachmentIds,
    headerId: `${id}@${inbox.address.split('@')[1]}`,
    clientKey,
    delivery: { state: 'queued', error: null },
    createdAt: tx.now,
  };
  await insertSideMessage(tx, message);
  await jobs.enqueue(tx, deliverSideJob, { messageId: id });
  return message;
}

/** A text as it may be kept: PostgreSQL takes no NUL. */
export const kept = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();
