import type { AgentActor } from '../../platform/actor.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockAccount } from './account-store.ts';
import { provePassword } from './prove-password.ts';
import { keepPendingSecret } from './second-factor-store.ts';
import { takeCode } from './take-code.ts';
import { codeThrottles, countAttempt, forgiveAttempt } from './throttle.ts';
import { newTotpSecret, totpUri } from './totp.ts';
import { readInstallation } from './view-me.ts';

/**
 * Begins to set up an authenticator app. One that is in force stays so until the new one is confirmed by a code, and is replaced only
 * by whoever has it (or a recovery code): the password alone must not be a way around it.
 */
export async function setUpTwoFactor(
  platform: Platform,
  actor: AgentActor,
  { password, code }: { password: string; code?: string | undefined },
): Promise<{ secret: string; uri: string }> {
  const proven = await provePassword(platform, actor.id, password);
  const throttles = codeThrottles(actor.id);
  if (proven.secondFactor) {
    if (code === undefined) throw fail('access.wrong_code');
    await countAttempt(platform, throttles);
  }
  const secret = newTotpSecret();
  return platform.database.write(async (tx) => {
    const account = await lockAccount(tx, actor.id);
    // One that came into force meanwhile was not asked for, so its code was not counted.
    if (!account || (account.secondFactor && !proven.secondFactor)) throw fail('access.wrong_code');
    if (account.secondFactor) {
      if (!(await takeCode(tx, platform.keys, account, code ?? ''))) throw fail('access.wrong_code');
      await forgiveAttempt(tx, throttles);
    }
    await keepPendingSecret(tx, account.id, platform.keys.seal(secret));
    const { organisation } = await readInstallation(tx);
    return { secret, uri: totpUri(secret, account.email, organisation || 'Fairlead') };
  });
}
