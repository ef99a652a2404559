import type { Role } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import type { Account } from './account.ts';
import { lockAccount, lockAdministrators, updateAccount } from './account-store.ts';
import { endApiTokensOf } from './api-tokens.ts';
import { endSessions } from './end-sessions.ts';
import { accountDisabled, accountEnabled, rolesChanged } from './events.ts';
import { removeLinks } from './link-store.ts';

/**
 * Changes an account's roles, or whether it may sign in. Disabling ends all its sessions, its API tokens and its invitation. Throws
 * `people.not_found`, and `access.last_administrator` where no active administrator would remain.
 */
export async function changeAccount(
  tx: Tx,
  actor: Actor,
  id: string,
  change: { roles?: readonly Role[]; disabled?: boolean },
): Promise<void> {
  const removesAdministrator =
    change.disabled === true || (change.roles !== undefined && !change.roles.includes('administrator'));
  // Locked before the account itself, so that all who change administrators take their locks in the same order.
  const administrators = removesAdministrator ? await lockAdministrators(tx) : [];
  const account = await lockAccount(tx, id);
  if (!account) throw fail('people.not_found');
  if (administrators.length === 1 && administrators[0] === id) throw fail('access.last_administrator');
  if (change.roles) await changeRoles(tx, actor, account, [...new Set(change.roles)]);
  if (change.disabled === true) await disable(tx, actor, account);
  if (change.disabled === false) await enable(tx, actor, account);
}

async function changeRoles(tx: Tx, actor: Actor, account: Account, after: Role[]): Promise<void> {
  const before = account.roles;
  if (before.length === after.length && after.every((role) => before.includes(role))) return;
  await updateAccount(tx, account.id, { roles: after });
  await announce(tx, rolesChanged, { subjectId: account.id, actor, payload: { before, after } });
}

async function disable(tx: Tx, actor: Actor, account: Account): Promise<void> {
  if (account.status === 'disabled') return;
  await updateAccount(tx, account.id, { status: 'disabled' });
  await removeLinks(tx, account.id);
  await announce(tx, accountDisabled, { subjectId: account.id, actor, payload: {} });
  await endSessions(tx, actor, account.id, 'disabled');
  await endApiTokensOf(tx, actor, account.id);
}

async function enable(tx: Tx, actor: Actor, account: Account): Promise<void> {
  if (account.status !== 'disabled') return;
  // Whoever never took up the invitation needs a new one.
  await updateAccount(tx, account.id, { status: account.passwordHash === null ? 'invited' : 'active' });
  await announce(tx, accountEnabled, { subjectId: account.id, actor, payload: {} });
}
