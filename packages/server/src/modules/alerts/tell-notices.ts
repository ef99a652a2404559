import { defaultLocale } from '@fairlead/contract';
import { z } from 'zod';
import type { Reader } from '../../platform/database/database.ts';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { organisationName } from '../channels/index.ts';
import { tellInOpenChat } from '../conversations/index.ts';
import { antiPhishingCodeAt, customerEmail, hasProvenAddress, readCustomers } from '../people/index.ts';
import { findHolds, readAlertSettings } from './alert-desk-store.ts';
import { composeAlertLetter } from './compose-alert-letter.ts';
import { lockDue, noteDone } from './notice-store.ts';
import { findPreferences } from './preference-store.ts';
import { sayNotice } from './say-notice.ts';
import { makeStopToken } from './stop-token.ts';

const order = z.object({ customerId: z.uuid(), due: z.iso.datetime().nullable() });
/** Tells a customer what is due; one order for each moment at which something falls due. */
export const tellJob: JobType<z.infer<typeof order>> = {
  name: 'alerts.tell',
  schema: order,
  retries: 8,
  key: ({ customerId, due }) => `${customerId} ${due ?? 'now'}`,
};

/** Neither the module is off, nor has an agent stopped what this customer is sent: also where that came after it was ordered. */
async function isSent(reader: Reader, customerId: string): Promise<boolean> {
  const { settings } = await readAlertSettings(reader);
  return settings.enabled && !(await findHolds(reader, [customerId])).has(customerId);
}

/** Of one message. */
const most = 40;

/**
 * Tells a customer what is due, each way once, whatever other orders there are: all of it in one message in the chat that they have open, and in one letter. Where they have no chat open
 * the portal shows it. A crash between the mail server's yes and our note of it sends the same letter twice; nothing can close that window.
 */
export async function tellNotices(
  platform: Platform,
  { customerId, due: moment }: z.infer<typeof order>,
): Promise<void> {
  const which = { customerId, due: moment === null ? null : new Date(moment), limit: most };
  const { database, keys, mail, publicUrl } = platform;
  const reader = database.reader();
  const locale = (await readCustomers(reader, [customerId])).get(customerId)?.locale ?? defaultLocale;

  await database.write(async (tx) => {
    const due = await lockDue(tx, { ...which, way: 'chat_done_at' });
    const [first] = due;
    if (!first) return;
    const wishes = (await findPreferences(tx, [customerId])).get(customerId);
    if (wishes?.byChat && !wishes.stoppedAt && (await isSent(tx, customerId))) {
      const text = due.map(({ facts }) => sayNotice(locale, wishes.timeZone, facts)).join('\n\n');
      await tellInOpenChat(tx, platform, customerId, { text, once: `alerts:${first.id}`, by: 'alerts' });
    }
    await noteDone(
      tx,
      due.map((it) => it.id),
      'chat_done_at',
    );
  });

  const due = await database.write((tx) => lockDue(tx, { ...which, way: 'email_done_at' }));
  if (due.length === 0) return;
  const wishes = (await findPreferences(reader, [customerId])).get(customerId);
  const to = await customerEmail(reader, customerId);
  const wanted =
    wishes?.byEmail && !wishes.stoppedAt && mail.configured && (await isSent(reader, customerId));
  if (wanted && to !== null && (await hasProvenAddress(reader, customerId))) {
    const organisation = await organisationName(reader);
    const code = await antiPhishingCodeAt(reader, keys, customerId, to);
    const stopToken = makeStopToken(keys, customerId);
    const { timeZone } = wishes;
    const facts = due.map((it) => it.facts);
    await mail.send(
      composeAlertLetter(facts, { to, locale, timeZone, organisation, publicUrl, stopToken, code }),
    );
  }
  await database.write((tx) =>
    noteDone(
      tx,
      due.map((it) => it.id),
      'email_done_at',
    ),
  );
}
