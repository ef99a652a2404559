import { defaultLocale, formatMessage } from '@fairlead/contract';
import { z } from 'zod';
import type { JobType } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationName } from '../../channels/index.ts';
import { composeLetter } from '../../conversations/index.ts';
import { antiPhishingCodeAt, customerEmail, hasProvenAddress, readCustomers } from '../../people/index.ts';
import { textOf } from '../flows/say-line.ts';
import { isOpen } from './ladder.ts';
import { objectionToken } from './objection-link.ts';
import { findRecovery } from './recovery-store.ts';

/** A letter to whose account it is: that somebody asks for it, and that it was agreed to. Each bears the link that stops it. */
const data = z.object({ id: z.uuid(), kind: z.enum(['begun', 'agreed']) });
export const recoveryLetterJob: JobType<z.infer<typeof data>> = {
  name: 'exchange.recovery_letter',
  schema: data,
  retries: 10,
  key: ({ id, kind }) => `${id}:${kind}`,
};

/** Sends it while it can still be stopped. Nothing of who asks stands in it. */
export async function sendRecoveryLetter(
  platform: Platform,
  { id, kind }: z.infer<typeof data>,
): Promise<void> {
  const { database, keys, mail, publicUrl } = platform;
  const reader = database.reader();
  const record = await findRecovery(reader, id);
  if (!record?.holderId || !isOpen(record) || !mail.configured) return;
  const { holderId } = record;
  const to = (await hasProvenAddress(reader, holderId)) ? await customerEmail(reader, holderId) : null;
  if (to === null) return;
  const locale = (await readCustomers(reader, [holderId])).get(holderId)?.locale ?? defaultLocale;
  const said = {
    organisation: await organisationName(reader),
    // In the fragment: it reaches no server's log, and no letter scanner's click does anything.
    link: `${publicUrl}/portal/objection#${objectionToken(keys, id)}`,
  };
  const say = (key: string) => formatMessage(locale, textOf(locale, key), said);
  const code = await antiPhishingCodeAt(reader, keys, holderId, to);
  await mail.send({
    to,
    subject: say(`recovery.letter.${kind}.subject`),
    ...composeLetter({
      locale,
      text: [say(`recovery.letter.${kind}.text`), say('recovery.letter.object')].join('\n\n'),
      signature: '',
      answered: null,
      code,
    }),
  });
}
