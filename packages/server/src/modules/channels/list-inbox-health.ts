import { type InboxHealth, socialCredentials } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { type Contact, healthOf } from './inbox-health.ts';
import { listInboxes } from './inbox-store.ts';
import { listEmailHealth } from './letters/email-inbox-store.ts';
import { listSocialInboxes } from './social/social-inbox-store.ts';

/** How all inboxes fare that have a server behind them, oldest first; those that are switched off are not looked after and left out. */
export async function listInboxHealth(reader: Reader, now: Date): Promise<InboxHealth[]> {
  const contacts = new Map<string, Contact>();
  for (const { inboxId, lastContactAt, lastError, sendingError } of await listEmailHealth(reader))
    contacts.set(inboxId, { lastContactAt, lastError: lastError ?? sendingError, endsAt: null });
  for (const { inboxId, account, ...contact } of await listSocialInboxes(reader)) {
    const ends = account?.endsAt;
    contacts.set(inboxId, { ...contact, endsAt: ends ? new Date(ends) : null });
  }
  const inboxes = await listInboxes(reader);
  return inboxes
    .filter(({ channel, enabled }) => enabled && (channel === 'email' || socialCredentials[channel]))
    .map(({ id }) => healthOf(id, contacts.get(id), now));
}
