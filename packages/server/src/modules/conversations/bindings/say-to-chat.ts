import { type Locale, locales } from '@fairlead/contract';
import { z } from 'zod';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf, deliver, offerInText, readInbox, socialDestinationOf } from '../../channels/index.ts';
import { letterWords } from '../letter-words.ts';

export interface SayToChat {
  /** The same for every attempt. */
  id: string;
  inboxId: string;
  address: string;
  locale: Locale;
  key: 'binding.ask' | 'binding.done' | 'binding.refused' | 'binding.ended';
  params: Record<string, string>;
}

/** Says something in a chat on a platform that belongs to no conversation. May arrive twice where we die between the platform's yes and our note. */
export const sayToChat: JobType<SayToChat> = {
  name: 'conversations.say_to_chat',
  schema: z.object({
    id: z.uuid(),
    inboxId: z.uuid(),
    address: z.string(),
    locale: z.enum(locales),
    key: z.enum(['binding.ask', 'binding.done', 'binding.refused', 'binding.ended']),
    params: z.record(z.string(), z.string()),
  }),
  retries: 6,
  key: ({ id }) => id,
};

/** Does the job `sayToChat`. What the platform refuses for good is let be: whoever wrote sees that nothing came of it. */
export function saysToChats(platform: Platform): void {
  platform.jobs.work(sayToChat, async ({ id, inboxId, address, locale, key, params }) => {
    const inbox = await readInbox(platform.database.reader(), inboxId);
    const destination = inbox && (await socialDestinationOf(platform, inbox, { address, threadKey: null }));
    if (!inbox || !destination) return;
    const adapter = adapterOf(inbox.channel);
    const quickReplies =
      key === 'binding.ask' ? [letterWords(locale, 'binding.yes'), letterWords(locale, 'binding.no')] : [];
    const said = offerInText(
      { text: letterWords(locale, key, params), quickReplies },
      adapter.capabilities.quickReplies,
    );
    const result = await deliver(adapter, { id, ...said }, destination);
    if (result.state === 'retry') throw new Error(result.reason);
  });
}
