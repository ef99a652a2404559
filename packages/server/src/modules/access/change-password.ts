import type { AgentActor } from '../../platform/actor.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockAccount, updateAccount } from './account-store.ts';
import { endSessions } from './end-sessions.ts';
import { passwordChanged } from './events.ts';
import { hashPassword } from './hash-password.ts';
import { removeLinks } from './link-store.ts';
import { refuseWeakPassword } from './password-rules.ts';
import { provePassword } from './prove-password.ts';

/** Changes one's own password. Every other session ends, and links to reset the old password work no more. */
export async function changePassword(
  platform: Platform,
  actor: AgentActor,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const proven = await provePassword(platform, actor.id, current);
  refuseWeakPassword(next, proven.email);
  const passwordHash = await hashPassword(next);
  await platform.database.write(async (tx) => {
    const account = await lockAccount(tx, actor.id);
    // Changed by somebody else meanwhile: the proof was of a password that is no more.
    if (account?.passwordHash !== proven.passwordHash) throw fail('access.wrong_credentials');
    await updateAccount(tx, actor.id, { passwordHash });
    await removeLinks(tx, actor.id, 'password_reset');
    await announce(tx, passwordChanged, { subjectId: actor.id, actor, payload: { by: 'agent' } });
    await endSessions(tx, actor, actor.id, 'password_changed', { except: actor.sessionId });
  });
}
