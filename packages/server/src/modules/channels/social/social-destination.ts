import type { Platform } from '../../../platform/platform.ts';
import type { Destination } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { lastSocialMessage, readSocialThread } from './social-thread-store.ts';

/** Where the answers of a conversation go on its platform; undefined where nobody wrote from there or the inbox is not connected. */
export async function socialDestination(
  platform: Pick<Platform, 'database' | 'keys' | 'config'>,
  conversation: { id: string; inboxId: string },
): Promise<Destination | undefined> {
  const reader = platform.database.reader();
  const thread = await readSocialThread(reader, conversation.id);
  const social = await readSocialInbox(reader, platform.keys, conversation.inboxId);
  if (!thread || !social) return undefined;
  const { address, threadKey } = thread;
  const answers = await lastSocialMessage(reader, conversation.id);
  return { address, threadKey, answers, credentials: social.credentials, ask: askPlatform(platform) };
}
