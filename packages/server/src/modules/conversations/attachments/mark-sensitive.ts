import type { Attachment } from '@fairlead/contract';
import type { Actor, AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { lockForAgent } from '../access-conversation.ts';
import type { ConversationRecord } from '../conversation.ts';
import { lockConversations } from '../conversation-store.ts';
import { fileMarkedSensitive } from '../events.ts';
import { readAttachments } from './attachment-store.ts';
import { hintFiles } from './hint-files.ts';
import { sealAttachment } from './seal-attachment.ts';
import { findPlace, markAsSensitive, unmarkedDocuments } from './sensitive-store.ts';

type Ground = Pick<Platform, 'jobs' | 'keys' | 'live'>;

/** An agent marks a file of a conversation. See the endpoint `files.markSensitive`. */
export async function markByAgent(
  tx: Tx,
  platform: Ground,
  actor: AgentActor,
  conversationId: string,
  fileId: string,
): Promise<Attachment> {
  const conversation = await lockForAgent(tx, actor, conversationId);
  const place = await findPlace(tx, fileId);
  if (place?.conversationId !== conversation.id) throw fail('file.not_found');
  await mark(tx, platform, actor, conversation, [fileId]);
  const file = (await readAttachments(tx, platform.keys, [fileId])).get(fileId);
  if (!file) throw fail('file.not_found');
  return file;
}

/**
 * The pictures and documents that a customer has sent in a conversation are sensitive from now on, for this module and those above: the
 * conversation turned out to be about who somebody is.
 */
export async function keepDocumentsSensitive(
  tx: Tx,
  platform: Ground,
  actor: Actor,
  conversationId: string,
): Promise<void> {
  const conversation = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!conversation) return;
  const files = await unmarkedDocuments(tx, [conversationId]);
  await mark(
    tx,
    platform,
    actor,
    conversation,
    files.map(({ id }) => id),
  );
}

/** The same of some files of a conversation, which turned out to show who somebody is. What is marked, or is not there, stays as it is. */
export async function keepFilesSensitive(
  tx: Tx,
  platform: Ground,
  actor: Actor,
  conversationId: string,
  ids: readonly string[],
): Promise<void> {
  const conversation = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!conversation) return;
  const unmarked = new Set((await unmarkedDocuments(tx, [conversationId])).map(({ id }) => id));
  await mark(
    tx,
    platform,
    actor,
    conversation,
    ids.filter((id) => unmarked.has(id)),
  );
}

async function mark(
  tx: Tx,
  platform: Ground,
  actor: Actor,
  conversation: ConversationRecord,
  ids: readonly string[],
): Promise<void> {
  const marked = await markAsSensitive(tx, conversation.id, ids);
  if (marked.length === 0) return;
  for (const attachmentId of marked) {
    await announce(tx, fileMarkedSensitive, {
      subjectId: conversation.id,
      actor,
      payload: { attachmentId },
    });
    await platform.jobs.enqueue(tx, sealAttachment, { attachmentId });
  }
  await hintFiles(tx, platform, conversation, marked);
}
