import { hashSecret } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { addressBlock } from '../../platform/http/address-block.ts';
import type { Platform } from '../../platform/platform.ts';
import { afterAttempt, afterSuccess, lockedFor } from './throttle-rules.ts';
import { findAttempts, lockAttempts, removeAttempts, writeAttempts } from './throttle-store.ts';

/** Counts wrong attempts under a key, on all nodes together. */
export interface Throttle {
  key: string;
  limit: number;
  /** What a right attempt does: clears the key, or takes back only itself, since others share the key. */
  onSuccess: 'forget' | 'give_back';
  /** How long (ms) one lock-out lasts at most; an hour unless said. */
  longest?: number;
}

const perAccount = 5;
const perAddress = 30;
const byStrangers = 20;
/** Codes to one address that all networks together may ask for, and how long (ms) they wait beyond: others' asking is a nuisance, no lock. */
const codesByStrangers = 10;
const strangersWait = 60_000;
/** For how long (ms) an address from which somebody signed in is no stranger's to their account. */
const placeMemory = 90 * 24 * 3_600_000;
// Hashed, because keys are short and because addresses of people need not stand in one more table.
const key = (purpose: string, ...parts: string[]) => `${purpose}:${hashSecret(parts.join('\n'))}`;
const ofAddress = (purpose: string, address: string): Throttle => ({
  key: key(purpose, addressBlock(address)),
  limit: perAddress,
  onSuccess: 'give_back',
});

/**
 * Passwords at the door. By account and address, and by address. Somebody with many addresses gets past both, so what addresses that
 * the account does not know try is counted together too, and from twenty on makes them all wait: a minute, two, up to an hour.
 * An address from which its owner signed in lately is not counted there and never waits for others, so that nobody can lock a
 * colleague out of where they work; elsewhere a reset link that is used makes the place known.
 */
export async function signInThrottles(reader: Reader, email: string, address: string): Promise<Throttle[]> {
  const here = [bySignInPlace(email, address), ofAddress('sign_in_address', address)];
  if (await isPlaceOf(reader, 'sign_in_place', email, address)) return here;
  const strangers = key('sign_in_strangers', email.toLowerCase());
  return [...here, { key: strangers, limit: byStrangers, onSuccess: 'give_back' }];
}

/** The throttle of one account at one address alone. */
export function bySignInPlace(email: string, address: string): Throttle {
  const account = key('sign_in', email.toLowerCase(), addressBlock(address));
  return { key: account, limit: perAccount, onSuccess: 'forget' };
}

/** Remembers that somebody proved themselves at an address: there, strangers elsewhere do not make them wait. */
export async function rememberPlace(
  tx: Tx,
  email: string,
  address: string,
  purpose: Place = 'sign_in_place',
): Promise<void> {
  const place = placeKey(purpose, email, address);
  await lockAttempts(tx, place);
  await writeAttempts(tx, place, { points: 1, expire: tx.now.getTime() + placeMemory });
}

/** Whose places are remembered: agents', and customers' who sign in by a code. */
type Place = 'sign_in_place' | 'mailed_code_place';

const placeKey = (purpose: Place, email: string, address: string) =>
  key(purpose, email.toLowerCase(), addressBlock(address));

async function isPlaceOf(reader: Reader, purpose: Place, email: string, address: string): Promise<boolean> {
  const place = await findAttempts(reader, placeKey(purpose, email, address));
  return place !== null && place.expire > reader.now.getTime();
}

/** Codes of the second factor. By account alone: whoever gets here knows the password, and six digits are few. */
export function codeThrottles(accountId: string): Throttle[] {
  return [{ key: key('code', accountId), limit: perAccount, onSuccess: 'forget' }];
}

/** The password asked again of somebody who is signed in. */
export function passwordThrottles(accountId: string): Throttle[] {
  return [{ key: key('password', accountId), limit: perAccount, onSuccess: 'forget' }];
}

/** Requests for a reset link. */
export function resetThrottles(email: string, address: string): Throttle[] {
  const account = key('reset', email.toLowerCase(), addressBlock(address));
  return [{ key: account, limit: perAccount, onSuccess: 'forget' }, ofAddress('reset_address', address)];
}

/**
 * Codes that are sent to a customer's e-mail address: by address and network, and by network. What all networks ask for one address is counted
 * together too, so that nobody's mailbox is flooded; but beyond it they wait a minute at a time, and where the owner signed in lately they
 * neither wait nor are counted: strangers cannot lock them out.
 */
export async function mailedCodeThrottles(
  reader: Reader,
  email: string,
  address: string,
): Promise<Throttle[]> {
  const here: Throttle[] = [
    {
      key: key('mailed_code', email.toLowerCase(), addressBlock(address)),
      limit: perAccount,
      onSuccess: 'forget',
    },
    ofAddress('mailed_code_address', address),
  ];
  if (await isPlaceOf(reader, 'mailed_code_place', email, address)) return here;
  const strangers = key('mailed_code_strangers', email.toLowerCase());
  return [
    ...here,
    { key: strangers, limit: codesByStrangers, onSuccess: 'give_back', longest: strangersWait },
  ];
}

/** What is typed as such a code, by who types. */
export function mailedCodeTries(address: string): Throttle[] {
  return [ofAddress('mailed_code_tries', address)];
}

/**
 * Counts an attempt before it is judged, in a transaction of its own, so that it stays counted whatever follows.
 * Throws `access.too_many_attempts` when it may not be made now.
 */
export async function countAttempt(platform: Platform, throttles: readonly Throttle[]): Promise<void> {
  await platform.database.write(async (tx) => {
    const now = tx.now.getTime();
    const found = [];
    for (const throttle of inOrder(throttles)) {
      found.push({ ...throttle, attempts: await lockAttempts(tx, throttle.key) });
    }
    const seconds = Math.max(...found.map(({ attempts, limit }) => lockedFor(attempts, limit, now)));
    if (seconds > 0) throw fail('access.too_many_attempts', { seconds });
    for (const { attempts, limit, key, longest } of found)
      await writeAttempts(tx, key, afterAttempt(attempts, limit, now, longest));
  });
}

/** Takes back what countAttempt counted, because the attempt was right. */
export async function forgiveAttempt(tx: Tx, throttles: readonly Throttle[]): Promise<void> {
  for (const { key, limit, onSuccess } of inOrder(throttles)) {
    if (onSuccess === 'forget') {
      await removeAttempts(tx, key);
      continue;
    }
    const attempts = await lockAttempts(tx, key);
    if (attempts) await writeAttempts(tx, key, afterSuccess(attempts, limit, tx.now.getTime()));
  }
}

/** Always in the same order, so that two requests do not wait for each other. */
const inOrder = (throttles: readonly Throttle[]) =>
  [...throttles].sort((one, other) => (one.key < other.key ? -1 : 1));
