import { z } from 'zod';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { organisationName, readSocialPlace, readSocialThread, sendNotice } from '../channels/index.ts';
import { findConversation } from './conversation-store.ts';
import { noticeWords } from './letter-words.ts';
import { localeOf } from './line-words.ts';

const told = z.object({
  conversationId: z.uuid(),
  /** The same for every attempt. */
  key: z.string(),
  number: z.number().int(),
  status: z.enum(['pending', 'solved']),
  at: z.iso.datetime(),
  /** Where they see the case; null where they cannot. */
  link: z.string().nullable(),
});

/** Tells a customer how their case stands, by a template of their platform, once that takes no answers any more. For a module above. */
export const tellStatus: JobType<z.infer<typeof told>> = {
  name: 'conversations.tell_status',
  schema: told,
  retries: 6,
  key: ({ key }) => key,
};

/** Does the job `tellStatus`. While the platform takes answers agents say it themselves. What it refuses for good is let be. */
export function tellsStatus(platform: Platform): void {
  const { clock, database, jobs, keys, log } = platform;
  jobs.work(tellStatus, async ({ conversationId, key, number, status, at, link }) => {
    const reader = database.reader();
    const conversation = await findConversation(reader, conversationId);
    const place = conversation && (await readSocialPlace(reader, keys, conversation));
    const thread = conversation && (await readSocialThread(reader, conversationId));
    if (!conversation || !thread || !place?.answerUntil || place.answerUntil > clock.now()) return;
    const inbox = { id: conversation.inboxId, channel: conversation.channel };
    const result = await sendNotice(platform, inbox, thread.address, {
      key,
      kind: 'status',
      values: {
        number: `#${number}`,
        status: noticeWords(localeOf(conversation), status),
        time: new Date(at),
        organisation: await organisationName(reader),
      },
      link,
    });
    if (result?.state === 'retry') throw new Error(result.reason);
    if (result?.state === 'failed')
      log.info({ conversation: conversationId, reason: result.reason }, 'a status was not told');
  });
}
