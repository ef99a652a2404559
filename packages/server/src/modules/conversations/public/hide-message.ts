import { z } from 'zod';
import { system } from '../../../platform/actor.ts';
import type { Attempt, JobType } from '../../../platform/jobs/jobs.ts';
import { errorInLine } from '../../../platform/log/error-in-log.ts';
import type { Platform } from '../../../platform/platform.ts';
import { hidePublicly, readInbox, SendError } from '../../channels/index.ts';
import { sayOnce } from '../say-once.ts';

interface HideMessage {
  inboxId: string;
  conversationId: string;
  /** What was written, by the platform's name for it. */
  externalId: string;
  /** Nothing of anybody's stands there, such as a code that is used up: nobody is told. */
  quietly?: boolean | undefined;
}

/** Hides on its platform what a customer wrote for everybody to read and should not have. */
export const hideMessage: JobType<HideMessage> = {
  name: 'conversations.hide_message',
  schema: z.object({
    inboxId: z.uuid(),
    conversationId: z.uuid(),
    externalId: z.string(),
    quietly: z.boolean().optional(),
  }),
  retries: 6,
  key: ({ inboxId, externalId }) => `${inboxId} ${externalId}`,
};

/** Does the job `hideMessage`, and tells agents what came of it: they can still hide it on the platform by hand. */
export function hidesMessages(platform: Platform): void {
  platform.jobs.work(hideMessage, async ({ inboxId, conversationId, externalId, quietly }, attempt) => {
    const inbox = await readInbox(platform.database.reader(), inboxId);
    if (!inbox) return;
    const hidden = await tried(() => hidePublicly(platform, inbox, externalId), attempt);
    if (quietly) return;
    await platform.database.write((tx) =>
      sayOnce(tx, platform, system(inbox.channel), conversationId, {
        key: hidden.is ? 'personal_data_hidden' : 'personal_data_public',
        params: hidden.is ? {} : { reason: hidden.reason },
        once: `hidden ${externalId}`,
      }),
    );
  });
}

/** What the platform refuses for good, or at the last attempt, is said; all else is tried again. */
async function tried(
  work: () => Promise<boolean>,
  { last }: Attempt,
): Promise<{ is: true } | { is: false; reason: string }> {
  try {
    return (await work()) ? { is: true } : { is: false, reason: '–' };
  } catch (error) {
    if (!last && !(error instanceof SendError && error.permanent)) throw error;
    return { is: false, reason: errorInLine(error).slice(0, 200) };
  }
}
