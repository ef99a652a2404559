import type { BodyOf, endpoints } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { writeSetting } from '../../platform/setting-store.ts';
import { hasAccounts, lockAccount, lockSetUp } from './account-store.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { createAccount } from './create-account.ts';
import { installationSetUp } from './events.ts';
import { hashPassword } from './hash-password.ts';
import { refuseWeakPassword } from './password-rules.ts';
import { openSession, type SignInPlace } from './start-session.ts';

type SetUp = BodyOf<typeof endpoints.access.setup>;

/** Makes the first administrator of an empty installation and signs them in. Of two who try at once one is refused. */
export async function setUp(
  platform: Platform,
  profiles: AgentProfiles,
  { organisation, name, email, password, locale }: SetUp,
  place: SignInPlace,
): Promise<{ token: string; actor: AgentActor }> {
  // Asked before the costly hash too: this route is open to everybody for ever.
  if (await hasAccounts(platform.database.reader())) throw fail('access.already_set_up');
  refuseWeakPassword(password, email);
  const passwordHash = await hashPassword(password);
  return platform.database.write(async (tx) => {
    await lockSetUp(tx);
    if (await hasAccounts(tx)) throw fail('access.already_set_up');
    const id = await createAccount(tx, { email, passwordHash, roles: ['administrator'] });
    await profiles.create(tx, { id, name, locale, teamIds: [], languages: [] });
    await writeSetting(tx, 'organisation', organisation);
    const account = await lockAccount(tx, id);
    if (!account) throw new Error('the account just made is not there');
    const session = await openSession(tx, account, place, 'setup');
    await announce(tx, installationSetUp, { subjectId: id, actor: session.actor, payload: {} });
    return session;
  });
}
