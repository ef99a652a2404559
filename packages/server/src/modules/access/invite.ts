import type { endpoints, Locale, ResponseOf, Role } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import { newSecret } from '../../platform/crypto/secrets.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Account } from './account.ts';
import { lockAccount } from './account-store.ts';
import type { AgentProfiles, NewAgentProfile } from './agent-profiles.ts';
import { createAccount } from './create-account.ts';
import { invited } from './events.ts';
import { sendInvitationJob } from './jobs.ts';
import { linkAddress, linkExpiry } from './link-rules.ts';
import { replaceLink } from './link-store.ts';

type Invitation = ResponseOf<typeof endpoints.access.invite>;
type Ground = Pick<Platform, 'publicUrl' | 'keys' | 'jobs' | 'mail'>;

/** Makes an account that waits for its agent, and the link by which they come. */
export async function invite(
  tx: Tx,
  platform: Ground,
  profiles: AgentProfiles,
  actor: AgentActor,
  colleague: {
    email: string;
    name: string;
    locale: Locale;
    roles: Role[];
    teamIds: string[];
    languages: NewAgentProfile['languages'];
  },
): Promise<Invitation> {
  const { email, roles, ...profile } = colleague;
  const id = await createAccount(tx, { email, roles });
  await profiles.create(tx, { id, ...profile });
  await announce(tx, invited, { subjectId: id, actor, payload: { roles, renewed: false } });
  return makeLink(tx, platform, id);
}

/** A new link for an agent who has not come yet; the old one works no more. */
export async function renewInvitation(
  tx: Tx,
  platform: Ground,
  actor: AgentActor,
  accountId: Account['id'],
): Promise<Invitation> {
  const account = await lockAccount(tx, accountId);
  if (account?.status !== 'invited') throw fail('people.not_found');
  const payload = { roles: account.roles, renewed: true };
  await announce(tx, invited, { subjectId: accountId, actor, payload });
  return makeLink(tx, platform, accountId);
}

async function makeLink(tx: Tx, platform: Ground, accountId: string): Promise<Invitation> {
  const token = newSecret();
  const expiresAt = linkExpiry('invitation', tx.now);
  await replaceLink(tx, { accountId, purpose: 'invitation', token, expiresAt });
  const sent = platform.mail.configured;
  if (sent)
    await platform.jobs.enqueue(tx, sendInvitationJob, { accountId, sealedToken: platform.keys.seal(token) });
  const link = linkAddress(platform.publicUrl, 'invitation', token);
  return { agentId: accountId, link, expiresAt: expiresAt.toISOString(), sent };
}
