import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import type { InboundMessage } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, signedIntoPlatform } from './social-sign-in.ts';

/** In milliseconds. */
const timeLimit = 5_000;

/**
 * The message with the thread that it belongs to, asked for at its platform where it only guesses it. Never throws: where the platform does
 * not tell, the guess holds.
 */
export async function placeInThread(
  platform: SignInGround & Pick<Platform, 'log'>,
  inbox: Inbox,
  inbound: InboundMessage,
): Promise<InboundMessage> {
  const adapter = adapterOf(inbox.channel);
  const { threadOf } = adapter;
  if (!inbound.threadGuessed || !threadOf) return inbound;
  const social = await readSocialInbox(platform.database.reader(), platform.keys, inbox.id);
  if (!social) return inbound;
  try {
    const threadKey = await signedIntoPlatform(platform, adapter, social, (credentials) =>
      threadOf(inbound, {
        credentials,
        signal: AbortSignal.timeout(timeLimit),
        ask: askPlatform(platform),
      }),
    );
    return threadKey === null ? inbound : { ...inbound, threadKey };
  } catch (error) {
    platform.log.info({ err: error, inbox: inbox.id }, 'the platform does not say where a message belongs');
    return inbound;
  }
}
