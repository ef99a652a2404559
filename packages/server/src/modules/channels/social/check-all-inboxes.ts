import type { Platform } from '../../../platform/platform.ts';
import { listInboxes } from '../inbox-store.ts';
import { checkSocialInbox } from './connect-social-inbox.ts';
import { listSocialInboxes } from './social-inbox-store.ts';

/** Signs in to the platform of every inbox that is connected and open, one after the other, and notes what came of it. */
export async function checkAllInboxes(
  platform: Pick<Platform, 'database' | 'keys' | 'config' | 'clock' | 'publicUrl' | 'log'>,
): Promise<void> {
  const reader = platform.database.reader();
  const open = new Set((await listInboxes(reader)).filter((it) => it.enabled).map((it) => it.id));
  for (const { inboxId } of await listSocialInboxes(reader)) {
    if (!open.has(inboxId)) continue;
    try {
      const social = await checkSocialInbox(platform, inboxId);
      if (social?.lastError)
        platform.log.warn(
          { inbox: inboxId, ...social.lastError },
          'the platform of an inbox does not answer as it should',
        );
    } catch (error) {
      platform.log.error({ err: error, inbox: inboxId }, 'an inbox was not checked');
    }
  }
}
