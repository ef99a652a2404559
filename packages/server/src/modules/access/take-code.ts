import type { Keys } from '../../platform/crypto/secrets.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Account } from './account.ts';
import { readCode } from './recovery-code-rules.ts';
import { takeRecoveryCode, takeStep } from './second-factor-store.ts';
import { totpStep } from './totp.ts';

/** Uses a code of the authenticator app or a recovery code up. Answers which it was, or null when it is wrong or was used. */
export async function takeCode(
  tx: Tx,
  keys: Keys,
  account: Account,
  typed: string,
): Promise<'second_factor' | 'recovery_code' | null> {
  if (!account.secondFactor) return null;
  const { kind, code } = readCode(typed);
  if (kind === 'recovery') return (await takeRecoveryCode(tx, account.id, code)) ? 'recovery_code' : null;
  const { sealedSecret, lastStep } = account.secondFactor;
  const step = totpStep(keys.open(sealedSecret), code, lastStep, tx.now);
  return step !== null && (await takeStep(tx, account.id, step)) ? 'second_factor' : null;
}
