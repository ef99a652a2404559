import type { InboxHealth } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { listInboxes } from './inbox-store.ts';
import { checkSending } from './letters/check-sending.ts';
import { checkSocialInbox } from './social/connect-social-inbox.ts';
import { listSocialInboxes } from './social/social-inbox-store.ts';

type Needed = Pick<Platform, 'database' | 'keys' | 'config' | 'clock' | 'publicUrl' | 'log'>;

/**
 * Signs in to the platform, or the mail server for sending, of every inbox that is set up and open, one after the other, and notes what
 * came of it. Mailboxes are left out: whoever fetches from them notes it all the time.
 */
export async function checkAllInboxes(platform: Needed): Promise<void> {
  const reader = platform.database.reader();
  const social = new Set((await listSocialInboxes(reader)).map((it) => it.inboxId));
  for (const { id, channel, enabled } of await listInboxes(reader)) {
    if (!enabled) continue;
    try {
      let trouble: InboxHealth['trouble'] = null;
      if (channel === 'email') trouble = await checkSending(platform, id);
      else if (social.has(id)) trouble = (await checkSocialInbox(platform, id))?.lastError ?? null;
      if (trouble)
        platform.log.warn({ inbox: id, ...trouble }, 'the server of an inbox does not answer as it should');
    } catch (error) {
      platform.log.error({ err: error, inbox: id }, 'an inbox was not checked');
    }
  }
}
