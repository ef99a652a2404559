import { socialCredentials } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import type { Inbox } from '../inbox.ts';
import { listInboxes } from '../inbox-store.ts';
import type { Account } from '../port.ts';
import { listSocialInboxes } from './social-inbox-store.ts';

/** The open inboxes on platforms that are connected, oldest first, with who we are there. */
export async function listConnectedInboxes(
  reader: Reader,
): Promise<Array<{ inbox: Inbox; account: Account | null }>> {
  const connected = new Map((await listSocialInboxes(reader)).map((it) => [it.inboxId, it.account]));
  return (await listInboxes(reader))
    .filter(({ id, channel, enabled }) => enabled && socialCredentials[channel] && connected.has(id))
    .map((inbox) => ({ inbox, account: connected.get(inbox.id) ?? null }));
}
