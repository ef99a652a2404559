import type { Platform } from '../../platform/platform.ts';
import { organisationName } from '../channels/index.ts';
import { customerEmail, hasProvenAddress } from '../people/index.ts';
import { composeConfirmLetter } from './compose-announcement-letter.ts';
import { findSubscription } from './subscription-store.ts';
import { makeConfirmToken } from './subscription-token.ts';

/** Sends the letter with the link by which an address is confirmed; none where that is no longer needed. */
export async function askAddress(
  {
    clock,
    database,
    keys,
    mail,
    publicUrl,
  }: Pick<Platform, 'clock' | 'database' | 'keys' | 'mail' | 'publicUrl'>,
  { customerId }: { customerId: string },
): Promise<void> {
  const reader = database.reader();
  const record = await findSubscription(reader, customerId);
  const to = record && (await customerEmail(reader, customerId));
  if (!record || !to || record.kinds.length === 0 || !mail.configured) return;
  if (record.confirmedAddress === to.toLowerCase() || (await hasProvenAddress(reader, customerId))) return;
  const token = makeConfirmToken(keys, customerId, to, clock.now());
  const ground = { organisation: await organisationName(reader), publicUrl };
  await mail.send(composeConfirmLetter(ground, { to, locale: record.locale, token }));
}
