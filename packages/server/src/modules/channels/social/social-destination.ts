import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import type { Destination } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, socialSignIn } from './social-sign-in.ts';
import { lastSocialMessage, readSocialThread } from './social-thread-store.ts';

/**
 * Where the answers of a conversation go on its platform; undefined where nobody wrote from there or the inbox is not connected. Throws as
 * `socialSignIn` does.
 */
export async function socialDestination(
  platform: SignInGround,
  conversation: { id: string; inboxId: string; channel: Inbox['channel'] },
): Promise<Destination | undefined> {
  const reader = platform.database.reader();
  const thread = await readSocialThread(reader, conversation.id);
  const social = await readSocialInbox(reader, platform.keys, conversation.inboxId);
  if (!thread || !social) return undefined;
  const { address, threadKey } = thread;
  const answers = await lastSocialMessage(reader, conversation.id);
  const adapter = adapterOf(conversation.channel);
  const credentials = await socialSignIn(platform, adapter, social);
  return {
    address,
    threadKey,
    answers,
    credentials,
    ask: askPlatform(platform),
    ...(adapter.renew && { renew: () => socialSignIn(platform, adapter, social, credentials) }),
  };
}
