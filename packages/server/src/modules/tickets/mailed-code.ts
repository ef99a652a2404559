import { type Locale, mailedCodeMinutes, mailedCodeTries as maximumTries } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { countAttempt, mailedCodeThrottles, mailedCodeTries } from '../access/index.ts';
import { countTry, insertCode, takeCode } from './portal-code-store.ts';
import { type CodePurpose, portalCodeJob } from './portal-letters.ts';
import { keyedHash, newCode, readCode, sameHash } from './portal-rules.ts';

const hashing = (platform: Platform) => platform.keys.derive('portal-code');

/** What a code proves: it is good for this and nothing else. */
export interface Proves {
  readonly purpose: CodePurpose;
  /** The address that is claimed, or the customer who acts. */
  readonly about: string;
}

const aboutHash = (platform: Platform, { purpose, about }: Proves) =>
  keyedHash(hashing(platform), purpose, about);

/** Orders a code to an e-mail address. Throws `access.too_many_attempts`. */
export async function mailCode(
  platform: Platform,
  proves: Proves,
  { email, locale, from }: { email: string; locale: Locale; from: string },
): Promise<{ challenge: string; minutes: number }> {
  await countAttempt(platform, await mailedCodeThrottles(platform.database.reader(), email, from));
  const [id, code] = [newId(), newCode()];
  await platform.database.write(async (tx) => {
    const expiresAt = new Date(tx.now.getTime() + mailedCodeMinutes * 60_000);
    const codeHash = keyedHash(hashing(platform), id, code);
    await insertCode(tx, { id, addressHash: aboutHash(platform, proves), codeHash, expiresAt });
    // The queue keeps its orders for a while: what stands in them must open nothing.
    const sealed = platform.keys.seal(JSON.stringify({ email, code }));
    const { purpose } = proves;
    await platform.jobs.enqueue(tx, portalCodeJob, {
      sealed,
      locale,
      purpose,
      expiresAt: expiresAt.toISOString(),
    });
  });
  return { challenge: id, minutes: mailedCodeMinutes };
}

/**
 * Checks a code that somebody typed, and answers how to use it up in the transaction of what it is for. Throws `access.too_many_attempts`, and
 * `access.wrong_code` alike for one that is wrong, for something else, too old, used or tried too often.
 */
export async function checkCode(
  platform: Platform,
  proves: Proves,
  typed: { challenge: string; code: string; from: string },
): Promise<(tx: Tx) => Promise<void>> {
  await countAttempt(platform, mailedCodeTries(typed.from));
  // Counted and committed before it is judged, so that many at once are not more tries than one after the other.
  const kept = await platform.database.write((tx) => countTry(tx, typed.challenge, maximumTries));
  const hash = keyedHash(hashing(platform), typed.challenge, readCode(typed.code));
  const right =
    kept !== undefined &&
    sameHash(kept.codeHash, hash) &&
    sameHash(kept.addressHash, aboutHash(platform, proves));
  if (!right) throw fail('access.wrong_code');
  return async (tx) => {
    if (!(await takeCode(tx, typed.challenge))) throw fail('access.wrong_code');
  };
}
