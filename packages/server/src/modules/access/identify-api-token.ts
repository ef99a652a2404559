import type { AgentActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorOf } from './account.ts';
import { hasTokenForm, isUseOfNote, rightsOf } from './api-token-rules.ts';
import { findApiToken, touchApiToken } from './api-token-store.ts';
import { lacksSecondFactor } from './policy.ts';

/**
 * Makes what tells for which agent an API token acts, with what it permits now. Undefined for one that is wrong, expired or revoked, or whose
 * agent may not sign in.
 */
export function createApiTokenIdentifier({
  database,
}: Pick<Platform, 'database'>): (token: string) => Promise<AgentActor | undefined> {
  return async (token) => {
    if (!hasTokenForm(token)) return undefined;
    const reader = database.reader();
    const found = await findApiToken(reader, token);
    if (found?.account.status !== 'active') return undefined;
    const { id, account, policy } = found;
    if (isUseOfNote(found.lastUsedAt, reader.now)) await database.write((tx) => touchApiToken(tx, id));
    const agent = actorOf(account, id, lacksSecondFactor(account, policy));
    return { ...agent, permissions: rightsOf(found.permissions, agent.permissions), byToken: true };
  };
}
