import { type Locale, mailedCodeMinutes, mailedCodeTries as maximumTries } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  countAttempt,
  forgiveAttempt,
  issueCustomerToken,
  mailedCodeThrottles,
  mailedCodeTries,
  rememberPlace,
} from '../access/index.ts';
import { readPortalInbox } from '../channels/index.ts';
import { lockCustomer } from '../conversations/index.ts';
import { matchMailed } from '../people/index.ts';
import { countTry, insertCode, takeCode } from './portal-code-store.ts';
import { portalCodeJob } from './portal-letters.ts';
import { keyedHash, newCode, readCode, sameHash } from './portal-rules.ts';

const hashing = (platform: Platform) => platform.keys.derive('portal-code');
const addressHash = (platform: Platform, email: string) =>
  keyedHash(hashing(platform), 'address', email.toLowerCase());

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
  await countAttempt(platform, await mailedCodeThrottles(platform.database.reader(), email, from));
  const [id, code] = [newId(), newCode()];
  await platform.database.write(async (tx) => {
    const expiresAt = new Date(tx.now.getTime() + mailedCodeMinutes * 60_000);
    const codeHash = keyedHash(hashing(platform), id, code);
    await insertCode(tx, { id, addressHash: addressHash(platform, email), codeHash, expiresAt });
    // The queue keeps its orders for a while: what stands in them must open nothing.
    const sealed = platform.keys.seal(JSON.stringify({ email, code }));
    await platform.jobs.enqueue(tx, portalCodeJob, { sealed, locale, expiresAt: expiresAt.toISOString() });
  });
  return { challenge: id, minutes: mailedCodeMinutes };
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
  const { challenge, browserKey, locale } = arrival;
  const email = arrival.email.toLowerCase();
  const { database } = platform;
  const inbox = await readPortalInbox(database.reader());
  if (!inbox) throw fail('channels.inbox_not_found');
  await countAttempt(platform, mailedCodeTries(from));
  // Counted and committed before it is judged, so that many at once are not more tries than one after the other.
  const kept = await database.write((tx) => countTry(tx, challenge, maximumTries));
  const typed = keyedHash(hashing(platform), challenge, readCode(arrival.code));
  const right =
    kept !== undefined &&
    sameHash(kept.codeHash, typed) &&
    sameHash(kept.addressHash, addressHash(platform, email));
  if (!right) throw fail('access.wrong_code');
  const customerId = await database.write(async (tx) => {
    if (!(await takeCode(tx, challenge))) throw fail('access.wrong_code');
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
