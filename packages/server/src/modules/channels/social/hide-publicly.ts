import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import { askPlatform } from './ask-platform.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, signedIntoPlatform } from './social-sign-in.ts';

const timeLimit = 15_000;

/** Whether what somebody wrote at an address can be read by everybody. */
export const isPublicPlace = (channel: Inbox['channel'], address: string): boolean =>
  adapterOf(channel).isPublic?.(address) === true;

/**
 * Hides what somebody wrote publicly; false where the platform has no way, or the inbox is not connected. Throws as `ChannelAdapter.hide`.
 */
export async function hidePublicly(
  platform: SignInGround,
  inbox: Pick<Inbox, 'id' | 'channel'>,
  externalId: string,
): Promise<boolean> {
  const social = await readSocialInbox(platform.database.reader(), platform.keys, inbox.id);
  const adapter = adapterOf(inbox.channel);
  const { hide } = adapter;
  if (!social || !hide) return false;
  await signedIntoPlatform(platform, adapter, social, (credentials) =>
    hide(externalId, { credentials, signal: AbortSignal.timeout(timeLimit), ask: askPlatform(platform) }),
  );
  return true;
}
