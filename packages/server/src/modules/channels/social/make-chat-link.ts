import type { SocialTrouble } from '@fairlead/contract';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import { askPlatform } from './ask-platform.ts';
import { requireSocial } from './connect-social-inbox.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { type SignInGround, signedIntoPlatform } from './social-sign-in.ts';
import { socialTrouble } from './social-trouble.ts';

/** Somebody waits for it; in milliseconds. */
const timeLimit = 10_000;
/** What comes back when somebody scans it: no code that ties anybody to an account. */
const scene = 'print';

/** What a QR code to print holds, where the platform makes such; see the endpoint. Throws `channels.inbox_not_found`. */
export async function makeChatLink(
  platform: SignInGround & Pick<Platform, 'keys'>,
  inboxId: string,
): Promise<{ link: string | null; trouble: SocialTrouble | null }> {
  const reader = platform.database.reader();
  const inbox = await requireSocial(reader, inboxId);
  const adapter = adapterOf(inbox.channel);
  const { sceneLink } = adapter;
  const social = sceneLink && (await readSocialInbox(reader, platform.keys, inbox.id));
  if (!sceneLink || !social) return { link: null, trouble: null };
  try {
    const link = await signedIntoPlatform(platform, adapter, social, (credentials) =>
      sceneLink(scene, null, {
        credentials,
        signal: AbortSignal.timeout(timeLimit),
        ask: askPlatform(platform),
      }),
    );
    return { link, trouble: null };
  } catch (error) {
    return { link: null, trouble: socialTrouble(error) };
  }
}
