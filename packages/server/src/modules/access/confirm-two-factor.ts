import type { AgentActor } from '../../platform/actor.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { findAccount, lockAccount } from './account-store.ts';
import { secondFactorChanged } from './events.ts';
import { newRecoveryCodes, readCode } from './recovery-code-rules.ts';
import { confirmPendingSecret, replaceRecoveryCodes } from './second-factor-store.ts';
import { codeThrottles, countAttempt, forgiveAttempt } from './throttle.ts';
import { totpStep } from './totp.ts';

/** Puts the pending authenticator app in force by its first code. Answers new recovery codes, which are never shown again. */
export async function confirmTwoFactor(
  platform: Platform,
  actor: AgentActor,
  { code: typed }: { code: string },
): Promise<{ recoveryCodes: string[] }> {
  const known = await findAccount(platform.database.reader(), actor.id);
  if (!known?.pendingSecret) throw fail('access.two_factor_not_set_up');
  const throttles = codeThrottles(actor.id);
  await countAttempt(platform, throttles);
  const recoveryCodes = newRecoveryCodes();
  await platform.database.write(async (tx) => {
    const account = await lockAccount(tx, actor.id);
    if (!account?.pendingSecret) throw fail('access.two_factor_not_set_up');
    const { kind, code } = readCode(typed);
    const step =
      kind === 'totp' ? totpStep(platform.keys.open(account.pendingSecret), code, null, tx.now) : null;
    if (step === null) throw fail('access.wrong_code');
    await forgiveAttempt(tx, throttles);
    await confirmPendingSecret(tx, actor.id, step);
    await replaceRecoveryCodes(tx, actor.id, recoveryCodes);
    await announce(tx, secondFactorChanged, { subjectId: actor.id, actor, payload: { enabled: true } });
  });
  return { recoveryCodes };
}
