import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { privateLinkSettings, readSocialThread } from '../../channels/index.ts';
import { lockForAgent } from '../access-conversation.ts';
import { letterWords } from '../letter-words.ts';
import { localeOf } from '../line-words.ts';
import { isOffered } from './is-offered.ts';
import { makeLinkCode } from './link-code.ts';
import { insertLink } from './private-link-store.ts';

const day = 24 * 3_600_000;
/** Long enough for whoever looks at their comments once a week. */
const lifetime = 7 * day;

/**
 * A line for a public answer that invites to a private chat, in the customer's language. It holds nothing of theirs: only our address, and a code that
 * stands for the conversation and that we signed. Throws `conversation.not_found`, `private_link.not_offered`.
 */
export async function makePrivateLink(
  tx: Tx,
  platform: Platform,
  actor: AgentActor,
  conversationId: string,
): Promise<{ text: string; expiresAt: Date }> {
  const conversation = await lockForAgent(tx, actor, conversationId);
  const thread = await readSocialThread(tx, conversationId);
  const { chatInboxId } = await privateLinkSettings(tx, conversation.inboxId);
  if (!thread || chatInboxId === null || !(await isOffered(tx, platform, conversation)))
    throw fail('private_link.not_offered');
  const code = makeLinkCode(platform.keys);
  const expiresAt = new Date(tx.now.getTime() + lifetime);
  await insertLink(
    tx,
    {
      id: newId(),
      conversationId,
      inboxId: conversation.inboxId,
      address: thread.address,
      threadKey: thread.threadKey,
      chatInboxId,
      createdBy: actor.id,
      createdAt: tx.now,
      expiresAt,
      openedAt: null,
      revokedAt: null,
      provenConversationId: null,
    },
    hashSecret(code),
  );
  const link = `${platform.publicUrl}/s/${code}`;
  return { text: letterWords(localeOf(conversation), 'public.link', { link }), expiresAt };
}
