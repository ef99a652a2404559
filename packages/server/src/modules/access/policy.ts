import { z } from 'zod';
import type { AgentActor } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { readSetting, writeSetting } from '../../platform/setting-store.ts';
import type { Account } from './account.ts';
import { findAccount } from './account-store.ts';
import { policyChanged } from './events.ts';

/** The setting that holds it. */
export const policyKey = 'access.policy';
const policy = z.object({ requireTwoFactor: z.boolean() });
export type Policy = z.infer<typeof policy>;

/** What the setting says; without one, a second factor is everybody's own choice. */
export const policyOf = (setting: unknown): Policy => policy.parse(setting ?? { requireTwoFactor: false });

export async function readPolicy(reader: Reader): Promise<Policy> {
  return policyOf(await readSetting(reader, policyKey));
}

/** Whoever demands a second factor of all must have one: nobody can lock themselves out by it. */
export async function setPolicy(tx: Tx, actor: AgentActor, next: Policy): Promise<Policy> {
  const before = await readPolicy(tx);
  if (before.requireTwoFactor === next.requireTwoFactor) return before;
  const account = await findAccount(tx, actor.id);
  if (next.requireTwoFactor && !account?.secondFactor) throw fail('access.two_factor_required');
  await writeSetting(tx, policyKey, next);
  await announce(tx, policyChanged, { subjectId: actor.id, actor, payload: next });
  return next;
}

/** Whether the account lacks a second factor that is demanded of everybody. */
export const lacksSecondFactor = (account: Account, { requireTwoFactor }: Policy): boolean =>
  requireTwoFactor && account.secondFactor === null;
