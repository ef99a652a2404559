import type { Channel, CustomerMessage } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanText } from './append-messages.ts';
import type { MessageDraft } from './conversation.ts';
import { writePosts } from './write-posts.ts';

/**
 * A customer writes into one of their threads, once per key, within a module's own transaction. Throws what writing in the chat does,
 * and `conversation.closed` for a chat that was closed too long ago to go on.
 */
export async function writeAsCustomer(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  conversationId: string,
  input: { key: string; text: string; attachmentIds: string[]; publicOn?: Channel | null } & Pick<
    MessageDraft,
    'anyway' | 'removed'
  >,
): Promise<CustomerMessage> {
  const clientKey = `customer:${input.key}`;
  const text = cleanText(input.text);
  const { attachmentIds, anyway = false, removed = [], publicOn = null } = input;
  const [posted] = await writePosts(tx, platform, [
    { actor, conversationId, clientKey, text, attachmentIds, anyway, removed, publicOn },
  ]);
  if (posted instanceof Failure) throw posted;
  if (posted?.kind !== 'written') throw fail('conversation.closed');
  const { records, customerMessages } = posted.changed;
  const id = records.find((record) => record.clientKey === clientKey)?.id;
  const message = customerMessages.find((it) => it.id === id);
  if (!message) throw new Error('the written message is not among its own');
  return message;
}
