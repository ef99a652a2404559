import { system } from '../../platform/actor.ts';
import { newSecret } from '../../platform/crypto/secrets.ts';
import { announce } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { resetLetter } from './account-letters.ts';
import { findAccountByEmail } from './account-store.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { passwordResetMade } from './events.ts';
import { linkAddress, linkExpiry, resetEvery } from './link-rules.ts';
import { lastLinkAt, removeLinks, replaceLink } from './link-store.ts';
import { readInstallation } from './view-me.ts';

/** Sends a reset link to an address, if an agent who may sign in has it. */
export async function sendPasswordReset(
  platform: Platform,
  profiles: AgentProfiles,
  email: string,
): Promise<void> {
  const reader = platform.database.reader();
  const account = await findAccountByEmail(reader, email);
  if (account?.status !== 'active' || !platform.mail.configured) return;
  const last = await lastLinkAt(reader, account.id, 'password_reset');
  if (last && reader.now.getTime() - last.getTime() < resetEvery) return;
  const { name, locale } = await profiles.view(reader, account.id);
  const { organisation } = await readInstallation(reader);
  const token = newSecret();
  await platform.database.write(async (tx) => {
    const expiresAt = linkExpiry('password_reset', tx.now);
    await replaceLink(tx, { accountId: account.id, purpose: 'password_reset', token, expiresAt });
    const actor = system('access.password_reset');
    await announce(tx, passwordResetMade, { subjectId: account.id, actor, payload: {} });
  });
  const link = linkAddress(platform.publicUrl, 'password_reset', token);
  try {
    await platform.mail.send(resetLetter({ name, locale, organisation, email: account.email }, link));
  } catch (error) {
    // The job tries again, and must not be held back by the link of a letter that never left.
    await platform.database.write((tx) => removeLinks(tx, account.id, 'password_reset'));
    throw error;
  }
}
