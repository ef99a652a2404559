import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import type { InboundMessage } from '../port.ts';
import { askPlatform } from './ask-platform.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, signedIntoPlatform } from './social-sign-in.ts';
import { findSocialThread } from './social-thread-store.ts';

/** Nobody waits for a name longer than that; in milliseconds. */
const timeLimit = 5_000;

/**
 * The message with the name of who wrote it, asked for at its platform where it does not say it and they write for the first time. Never
 * throws: whoever has no name is answered all the same.
 */
export async function nameSender(
  platform: SignInGround & Pick<Platform, 'log'>,
  inbox: Inbox,
  inbound: InboundMessage,
): Promise<InboundMessage> {
  const adapter = adapterOf(inbox.channel);
  const { nameOf } = adapter;
  const { sender, threadKey } = inbound;
  if (sender.name !== null || !nameOf) return inbound;
  const reader = platform.database.reader();
  const known = await findSocialThread(reader, inbox.id, { address: sender.address, threadKey });
  const social = known === undefined ? await readSocialInbox(reader, platform.keys, inbox.id) : undefined;
  if (!social) return inbound;
  try {
    const name = await signedIntoPlatform(platform, adapter, social, (credentials) =>
      nameOf(sender.address, {
        credentials,
        signal: AbortSignal.timeout(timeLimit),
        ask: askPlatform(platform),
      }),
    );
    return { ...inbound, sender: { ...sender, name: name && name.slice(0, 200) } };
  } catch (error) {
    platform.log.info({ err: error, inbox: inbox.id }, 'the platform does not say who writes');
    return inbound;
  }
}
