import type { AgentActor } from '../../platform/actor.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { findAccount, lockAccount } from './account-store.ts';
import { secondFactorChanged } from './events.ts';
import { readPolicy } from './policy.ts';
import { provePassword } from './prove-password.ts';
import { removeSecondFactor } from './second-factor-store.ts';
import { takeCode } from './take-code.ts';
import { codeThrottles, countAttempt, forgiveAttempt } from './throttle.ts';

/** Switches one's second factor off, for which it takes both factors. Refused while everybody must have one. */
export async function disableTwoFactor(
  platform: Platform,
  actor: AgentActor,
  { password, code }: { password: string; code: string },
): Promise<void> {
  const reader = platform.database.reader();
  if ((await readPolicy(reader)).requireTwoFactor) throw fail('access.two_factor_required');
  const known = await findAccount(reader, actor.id);
  if (!known?.secondFactor) throw fail('access.two_factor_not_set_up');
  await provePassword(platform, actor.id, password);
  const throttles = codeThrottles(actor.id);
  await countAttempt(platform, throttles);
  await platform.database.write(async (tx) => {
    const account = await lockAccount(tx, actor.id);
    if (!account?.secondFactor) throw fail('access.two_factor_not_set_up');
    if (!(await takeCode(tx, platform.keys, account, code))) throw fail('access.wrong_code');
    await forgiveAttempt(tx, throttles);
    await removeSecondFactor(tx, actor.id);
    await announce(tx, secondFactorChanged, { subjectId: actor.id, actor, payload: { enabled: false } });
  });
}
