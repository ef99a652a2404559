import type { AgentActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { lockAccount } from './account-store.ts';
import { endSessions } from './end-sessions.ts';
import { secondFactorChanged } from './events.ts';
import { removeSecondFactor } from './second-factor-store.ts';
import { codeThrottles, forgiveAttempt } from './throttle.ts';

/**
 * Takes a colleague's lost second factor away, with its recovery codes, and ends all their sessions: whoever found the device may be
 * signed in. Refused for oneself, since one's own takes a code. Throws `people.not_found`, `access.two_factor_not_set_up`.
 */
export async function resetTwoFactor(tx: Tx, actor: AgentActor, id: string): Promise<void> {
  if (id === actor.id) throw fail('access.forbidden');
  const account = await lockAccount(tx, id);
  if (!account) throw fail('people.not_found');
  if (!account.secondFactor) throw fail('access.two_factor_not_set_up');
  await removeSecondFactor(tx, id);
  // Guesses at the old codes must not keep them from setting up anew.
  await forgiveAttempt(tx, codeThrottles(id));
  await announce(tx, secondFactorChanged, { subjectId: id, actor, payload: { enabled: false } });
  await endSessions(tx, actor, id, 'second_factor_reset');
}
