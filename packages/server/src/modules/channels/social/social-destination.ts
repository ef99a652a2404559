import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import type { Destination } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { isPublicPlace } from './hide-publicly.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, socialSignIn } from './social-sign-in.ts';
import { lastSocialMessage, readSocialThread } from './social-thread-store.ts';

/**
 * Where the answers of a conversation go on its platform, or what is meant for one of its two places, if it has two; undefined where nobody wrote
 * from there or the inbox is not connected. Throws as `socialSignIn` does.
 */
export async function socialDestination(
  platform: SignInGround,
  conversation: { id: string; inboxId: string; channel: Inbox['channel'] },
  meant?: 'public' | 'private',
): Promise<Destination | undefined> {
  const reader = platform.database.reader();
  const thread = await readSocialThread(reader, conversation.id);
  if (!thread) return undefined;
  const { inboxId, channel } = conversation;
  const elsewhere =
    meant !== undefined && isPublicPlace(channel, thread.address) !== (meant === 'public') && thread.other;
  const { address, threadKey } = elsewhere || thread;
  const answers = await lastSocialMessage(reader, conversation.id, address);
  return socialDestinationOf(platform, { id: inboxId, channel }, { address, threadKey, answers });
}

/** An address on the platform of an inbox as a place to send to; undefined where the inbox is not connected. Throws as `socialSignIn` does. */
export async function socialDestinationOf(
  platform: SignInGround,
  inbox: Pick<Inbox, 'id' | 'channel'>,
  { address, threadKey, answers = null }: Pick<Destination, 'address' | 'threadKey' | 'answers'>,
): Promise<Destination | undefined> {
  const social = await readSocialInbox(platform.database.reader(), platform.keys, inbox.id);
  if (!social) return undefined;
  const adapter = adapterOf(inbox.channel);
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
