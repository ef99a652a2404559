import type { Attachment, SideConversation, SideMessage } from '@fairlead/contract';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { findLetters } from '../../channels/index.ts';
import { proofOf, readAttachments } from '../../conversations/index.ts';
import type { SideMessageRecord, SideRecord } from './side.ts';

/** A side conversation for agents. */
export const presentSide = (record: SideRecord): SideConversation => ({
  id: record.id,
  ticketId: record.ticketId,
  subject: record.subject,
  parties: [...record.parties],
  state: record.state,
  messageCount: record.messageCount,
  unread: record.unread,
  createdBy: record.createdBy,
  createdAt: record.createdAt.toISOString(),
  lastActivityAt: record.lastActivityAt.toISOString(),
});

/** Letters of one of them for agents, with their files, and what is known of their senders. */
export async function presentSideMessages(
  reader: Reader,
  keys: Keys,
  side: SideRecord,
  records: readonly SideMessageRecord[],
): Promise<SideMessage[]> {
  const files = await readAttachments(
    reader,
    keys,
    records.flatMap((it) => it.attachmentIds),
  );
  const came = records.filter((it) => it.direction === 'in').map((it) => it.headerId);
  const letters = await findLetters(reader, came);
  const proofs = new Map(
    letters
      .filter((it) => it.direction === 'in' && it.inboxId === side.inboxId)
      .map((it) => [it.headerId, proofOf(it.proof)]),
  );
  return records.map((it) => present(it, files, proofs.get(it.headerId) ?? null));
}

const present = (
  record: SideMessageRecord,
  files: ReadonlyMap<string, Attachment>,
  proof: SideMessage['proof'],
): SideMessage => ({
  id: record.id,
  sideId: record.sideId,
  seq: record.seq,
  direction: record.direction,
  author: record.author,
  from: record.from,
  known: record.known,
  automatic: record.automatic,
  invitationAnswer: record.invitationAnswer,
  text: record.text,
  history: record.history,
  attachments: record.attachmentIds.flatMap((id) => files.get(id) ?? []),
  proof,
  delivery: record.delivery,
  createdAt: record.createdAt.toISOString(),
});
