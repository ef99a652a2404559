import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { listAdministrators } from './account-store.ts';
import { type AgentNotice, tellAgents } from './tell-agents.ts';

/** Sends each active administrator a letter of something that others did; see tellAgents. */
export async function tellAdministrators(
  tx: Tx,
  platform: Pick<Platform, 'jobs' | 'mail'>,
  letter: AgentNotice,
): Promise<void> {
  if (platform.mail.configured) await tellAgents(tx, platform, await listAdministrators(tx), letter);
}
