import { permissions, permissionsOf } from '@fairlead/contract';
import { z } from 'zod';
import type { Tx } from '../../platform/database/database.ts';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { noticeLetter } from './account-letters.ts';
import { findAccount } from './account-store.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { readInstallation } from './view-me.ts';

const order = z.object({
  accountId: z.uuid(),
  about: z.string().max(80),
  notice: z.enum(['announcement_outlived', 'seal_opened']),
  /** Who may not do this any more is told nothing. */
  permission: z.enum(permissions),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
type Order = z.infer<typeof order>;
/** What agents are told, and which permission they must still have to be told it. */
export type AgentNotice = Omit<Order, 'accountId'>;

const tellAgentJob: JobType<Order> = {
  name: 'access.tell_agent',
  schema: order,
  retries: 8,
  key: ({ accountId, about }) => `${about} ${accountId}`,
};

/**
 * Sends agents a letter about what they should know, for modules above: after the transaction, once for what it is `about`. Where no mail is set up nobody is written
 * to: what it tells of must be seen in the console too.
 */
export async function tellAgents(
  tx: Tx,
  { jobs, mail }: Pick<Platform, 'jobs' | 'mail'>,
  accountIds: readonly string[],
  letter: AgentNotice,
): Promise<void> {
  if (!mail.configured) return;
  for (const accountId of new Set(accountIds)) await jobs.enqueue(tx, tellAgentJob, { accountId, ...letter });
}

/** Does the job. */
export function tellsAgents(platform: Platform, profiles: AgentProfiles): void {
  const { database, jobs, mail } = platform;
  jobs.work(tellAgentJob, async ({ accountId, notice, permission, params }) => {
    const reader = database.reader();
    const account = await findAccount(reader, accountId);
    if (account?.status !== 'active' || !permissionsOf(account.roles).has(permission) || !mail.configured)
      return;
    const { name, locale } = await profiles.view(reader, accountId);
    const { organisation } = await readInstallation(reader);
    await mail.send(noticeLetter(notice, { name, locale, organisation, email: account.email }, params));
  });
}
