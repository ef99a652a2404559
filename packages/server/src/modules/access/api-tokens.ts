import {
  type ApiToken,
  apiTokenPrefix,
  type endpoints,
  maximumApiTokens,
  type Permission,
  type ResponseOf,
} from '@fairlead/contract';
import type { Actor, AgentActor } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import { newSecret } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { lockAccount } from './account-store.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { tokenExpiry } from './api-token-rules.ts';
import {
  type ApiTokenRecord,
  countApiTokens,
  insertApiToken,
  listApiTokens,
  removeApiTokens,
} from './api-token-store.ts';
import { apiTokenMade, apiTokenRevoked } from './events.ts';

/** Whoever may make tokens also sees and ends those of others. */
const maySeeAll = (actor: AgentActor): boolean => actor.permissions.has('operations.manage');

/** One's own tokens, or everybody's; the newest first. */
export async function viewApiTokens(
  reader: Reader,
  profiles: AgentProfiles,
  actor: AgentActor,
): Promise<ApiToken[]> {
  const records = await listApiTokens(reader, maySeeAll(actor) ? null : actor.id);
  const names = new Map<string, string>();
  for (const { accountId } of records) {
    if (!names.has(accountId)) names.set(accountId, (await profiles.view(reader, accountId)).name);
  }
  return records.map((it) => present(it, names.get(it.accountId) ?? '', reader.now));
}

function present(it: ApiTokenRecord, name: string, now: Date): ApiToken {
  return {
    id: it.id,
    name: it.name,
    agent: { id: it.accountId, name },
    permissions: [...it.permissions],
    state: it.expiresAt > now ? 'active' : 'expired',
    createdAt: it.createdAt.toISOString(),
    expiresAt: it.expiresAt.toISOString(),
    lastUsedAt: it.lastUsedAt?.toISOString() ?? null,
  };
}

/**
 * Makes a token that acts for whoever makes it. Throws `access.forbidden` for a permission that they do not hold, and `access.too_many_tokens`.
 */
export async function makeApiToken(
  tx: Tx,
  profiles: AgentProfiles,
  actor: AgentActor,
  body: { name: string; permissions: readonly Permission[]; days: number },
): Promise<ResponseOf<typeof endpoints.apiTokens.make>> {
  if (!body.permissions.every((it) => actor.permissions.has(it))) throw fail('access.forbidden');
  // Held, so that two at once do not both find room for one.
  await lockAccount(tx, actor.id);
  if ((await countApiTokens(tx, actor.id)) >= maximumApiTokens)
    throw fail('access.too_many_tokens', { maximum: maximumApiTokens });
  const record: ApiTokenRecord = {
    id: newId(tx.now.getTime()),
    accountId: actor.id,
    name: body.name,
    permissions: [...new Set(body.permissions)],
    createdAt: tx.now,
    expiresAt: tokenExpiry(tx.now, body.days),
    lastUsedAt: null,
  };
  const token = apiTokenPrefix + newSecret();
  await insertApiToken(tx, record, token);
  const { id: tokenId, permissions } = record;
  const payload = { tokenId, permissions: [...permissions], expiresAt: record.expiresAt.toISOString() };
  await announce(tx, apiTokenMade, { subjectId: actor.id, actor, payload });
  const { name } = await profiles.view(tx, actor.id);
  return { ...present(record, name, tx.now), token };
}

/** Ends a token. Throws `request.not_found`, also where it is another's and one may not make tokens. */
export async function revokeApiToken(tx: Tx, actor: AgentActor, id: string): Promise<void> {
  const removed = await removeApiTokens(tx, maySeeAll(actor) ? { id } : { id, accountId: actor.id });
  if (removed.length === 0) throw fail('request.not_found');
  await announceRevoked(tx, actor, removed, 'revoked');
}

/** Ends all tokens of an account that may not sign in any more: they do not come back with it. */
export async function endApiTokensOf(tx: Tx, actor: Actor, accountId: string): Promise<void> {
  await announceRevoked(tx, actor, await removeApiTokens(tx, { accountId }), 'disabled');
}

async function announceRevoked(
  tx: Tx,
  actor: Actor,
  tokens: readonly ApiTokenRecord[],
  reason: 'revoked' | 'disabled',
): Promise<void> {
  for (const { id, accountId } of tokens) {
    await announce(tx, apiTokenRevoked, { subjectId: accountId, actor, payload: { tokenId: id, reason } });
  }
}
