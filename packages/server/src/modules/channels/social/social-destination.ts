import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import type { Destination } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, socialSignIn } from './social-sign-in.ts';
import { readSocialThread } from './social-thread-store.ts';

/**
 * Where the answers of a conversation go on its platform; undefined where nobody wrote from there or the inbox is not connected. Throws as
 * `socialSignIn` does.
 */
export async function socialDestination(
  platform: SignInGround,
  conversation: { id: string; inboxId: string; channel: Inbox['channel'] },
): Promise<Destination | undefined> {
  const thread = await readSocialThread(platform.database.reader(), conversation.id);
  const { inboxId, channel } = conversation;
  return thread && socialDestinationOf(platform, { id: inboxId, channel }, thread);
}

/** An address on the platform of an inbox as a place to send to; undefined where the inbox is not connected. Throws as `socialSignIn` does. */
export async function socialDestinationOf(
  platform: SignInGround,
  inbox: Pick<Inbox, 'id' | 'channel'>,
  { address, threadKey }: Pick<Destination, 'address' | 'threadKey'>,
): Promise<Destination | undefined> {
  const social = await readSocialInbox(platform.database.reader(), platform.keys, inbox.id);
  if (!social) return undefined;
  const adapter = adapterOf(inbox.channel);
  const credentials = await socialSignIn(platform, adapter, social);
  return {
    address,
    threadKey,
    credentials,
    ask: askPlatform(platform),
    ...(adapter.renew && { renew: () => socialSignIn(platform, adapter, social, credentials) }),
  };
}
