import type { AgentActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Account } from './account.ts';
import { findAccount, lockAccount, updateAccount } from './account-store.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { invitationAccepted } from './events.ts';
import { hashPassword } from './hash-password.ts';
import { findLink, takeLink } from './link-store.ts';
import { refuseWeakPassword } from './password-rules.ts';
import { openSession, type SignInPlace } from './start-session.ts';
import { readInstallation } from './view-me.ts';

/** Whom an invitation that can still be taken up is for. */
export async function readInvitation(
  reader: Reader,
  profiles: AgentProfiles,
  token: string,
): Promise<{ name: string; email: string; organisation: string }> {
  const { id, email } = await invitedBy(reader, token);
  const { name } = await profiles.view(reader, id);
  return { name, email, organisation: (await readInstallation(reader)).organisation };
}

/** Takes an invitation up: the agent chooses a password and a name, and is signed in. */
export async function acceptInvitation(
  platform: Platform,
  profiles: AgentProfiles,
  token: string,
  { name, password }: { name: string; password: string },
  place: SignInPlace,
): Promise<{ token: string; actor: AgentActor }> {
  const known = await invitedBy(platform.database.reader(), token);
  refuseWeakPassword(password, known.email);
  const passwordHash = await hashPassword(password);
  return platform.database.write(async (tx) => {
    const taken = await takeLink(tx, 'invitation', token);
    const account = taken === undefined ? undefined : await lockAccount(tx, taken);
    if (account?.status !== 'invited') throw fail('access.link_expired');
    await updateAccount(tx, account.id, { passwordHash, status: 'active' });
    await profiles.rename(tx, account.id, name);
    const session = await openSession(
      tx,
      { ...account, passwordHash, status: 'active' },
      place,
      'invitation',
    );
    const { actor } = session;
    await announce(tx, invitationAccepted, { subjectId: account.id, actor, payload: {} });
    return session;
  });
}

async function invitedBy(reader: Reader, token: string): Promise<Account> {
  const accountId = await findLink(reader, 'invitation', token);
  const account = accountId === undefined ? undefined : await findAccount(reader, accountId);
  if (account?.status !== 'invited') throw fail('access.link_expired');
  return account;
}
