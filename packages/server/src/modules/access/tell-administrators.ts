import { z } from 'zod';
import type { Tx } from '../../platform/database/database.ts';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import { noticeLetter } from './account-letters.ts';
import { findAccount, listAdministrators } from './account-store.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { readInstallation } from './view-me.ts';

const order = z.object({
  accountId: z.uuid(),
  about: z.uuid(),
  notice: z.enum(['seal_opened']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
type Order = z.infer<typeof order>;

/** Tells one administrator of something that they should know. */
const tellAdministratorJob: JobType<Order> = {
  name: 'access.tell_administrator',
  schema: order,
  retries: 8,
  key: ({ accountId, about }) => `${about} ${accountId}`,
};

/**
 * Sends each active administrator a letter of something that others did, for modules above: after the transaction, once for what it is `about`. Where no mail is set up
 * nobody is written to: what it tells of must be seen in the console too.
 */
export async function tellAdministrators(
  tx: Tx,
  { jobs, mail }: Pick<Platform, 'jobs' | 'mail'>,
  letter: Omit<Order, 'accountId'>,
): Promise<void> {
  if (!mail.configured) return;
  for (const accountId of await listAdministrators(tx))
    await jobs.enqueue(tx, tellAdministratorJob, { accountId, ...letter });
}

/** Does the job. Who is no administrator any more is told nothing. */
export function tellsAdministrators(platform: Platform, profiles: AgentProfiles): void {
  const { database, jobs, mail } = platform;
  jobs.work(tellAdministratorJob, async ({ accountId, notice, params }) => {
    const reader = database.reader();
    const account = await findAccount(reader, accountId);
    if (account?.status !== 'active' || !account.roles.includes('administrator') || !mail.configured) return;
    const { name, locale } = await profiles.view(reader, accountId);
    const { organisation } = await readInstallation(reader);
    await mail.send(noticeLetter(notice, { name, locale, organisation, email: account.email }, params));
  });
}
