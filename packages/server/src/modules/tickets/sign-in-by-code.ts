import type { Locale } from '@fairlead/contract';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  forgiveAttempt,
  issueCustomerToken,
  mailedCodeThrottles,
  mailedCodeTries,
  rememberPlace,
} from '../access/index.ts';
import { readPortalInbox } from '../channels/index.ts';
import { lockCustomer } from '../conversations/index.ts';
import { matchMailed } from '../people/index.ts';
import { checkCode, mailCode } from './mailed-code.ts';

const signIn = (email: string) => ({ purpose: 'sign_in' as const, about: email.toLowerCase() });

/**
 * Orders a code to an e-mail address. Does the same whether or not somebody is known by it. Throws `access.too_many_attempts`,
 * `channels.inbox_not_found`.
 */
export async function requestCode(
  platform: Platform,
  { email, locale }: { email: string; locale: Locale },
  from: string,
): Promise<{ challenge: string; minutes: number }> {
  if (!(await readPortalInbox(platform.database.reader()))) throw fail('channels.inbox_not_found');
  return mailCode(platform, signIn(email), { email, locale, from });
}

/** What a browser brings to sign in by a code. */
interface Arrival {
  readonly challenge: string;
  readonly email: string;
  readonly code: string;
  readonly browserKey: string;
  readonly locale: Locale;
  readonly timeZone?: string | undefined;
}

/**
 * Begins a session for whoever has the code that was sent to their address; each code works once. Throws `access.wrong_code` alike for
 * one that is wrong, too old, used or tried too often.
 */
export async function signInByCode(platform: Platform, arrival: Arrival, from: string) {
  const { challenge, browserKey, code, locale } = arrival;
  const email = arrival.email.toLowerCase();
  const { database } = platform;
  const inbox = await readPortalInbox(database.reader());
  if (!inbox) throw fail('channels.inbox_not_found');
  const use = await checkCode(platform, signIn(email), { challenge, code, from });
  const customerId = await database.write(async (tx) => {
    await use(tx);
    await lockCustomer(tx, email);
    const { id } = await matchMailed(tx, { ...arrival, email, inboxId: inbox.id });
    await forgiveAttempt(tx, [...mailedCodeTries(from), ...(await mailedCodeThrottles(tx, email, from))]);
    await rememberPlace(tx, email, from, 'mailed_code_place');
    return id;
  });
  const session = { customerId, inboxId: inbox.id, keyId: null, browserKey, mailed: true };
  const token = await issueCustomerToken(platform, session);
  return { token, customer: { id: customerId, email, locale } };
}
