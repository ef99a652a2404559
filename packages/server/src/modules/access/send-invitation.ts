import type { Platform } from '../../platform/platform.ts';
import { invitationLetter } from './account-letters.ts';
import { findAccount } from './account-store.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { linkAddress } from './link-rules.ts';
import { findLink } from './link-store.ts';
import { readInstallation } from './view-me.ts';

/** Sends an invitation's link, unless it was replaced or taken up in the meantime. */
export async function sendInvitation(
  platform: Platform,
  profiles: AgentProfiles,
  accountId: string,
  token: string,
): Promise<void> {
  const reader = platform.database.reader();
  const account = await findAccount(reader, accountId);
  if (!account || (await findLink(reader, 'invitation', token)) !== accountId) return;
  const { name, locale } = await profiles.view(reader, accountId);
  const { organisation } = await readInstallation(reader);
  const link = linkAddress(platform.publicUrl, 'invitation', token);
  await platform.mail.send(invitationLetter({ name, locale, organisation, email: account.email }, link));
}
