import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import { askPlatform } from './ask-platform.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, signedIntoPlatform } from './social-sign-in.ts';

/** Somebody waits for it; in milliseconds. */
const timeLimit = 5_000;

/**
 * What a QR code holds that brings a code into a private chat with an inbox, where its platform makes such codes; null where it does not, or not now:
 * the code is then sent by hand. Never throws.
 */
export async function sceneLinkOf(
  platform: SignInGround & Pick<Platform, 'log'>,
  inbox: Pick<Inbox, 'id' | 'channel'>,
  code: string,
  seconds: number,
): Promise<string | null> {
  const adapter = adapterOf(inbox.channel);
  const { sceneLink } = adapter;
  const social = sceneLink && (await readSocialInbox(platform.database.reader(), platform.keys, inbox.id));
  if (!sceneLink || !social) return null;
  try {
    return await signedIntoPlatform(platform, adapter, social, (credentials) =>
      sceneLink(code, seconds, {
        credentials,
        signal: AbortSignal.timeout(timeLimit),
        ask: askPlatform(platform),
      }),
    );
  } catch (error) {
    platform.log.info({ err: error, inbox: inbox.id }, 'the platform makes no code to scan');
    return null;
  }
}
