import { type PrivateLinkSettings, privateLinkChannels, privateLinkUses } from '@fairlead/contract';
import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import { inboxChanged } from '../events.ts';
import { lockInbox, readInbox } from '../inbox-store.ts';
import { readPrivateLink, writePrivateLink } from './private-link-store.ts';

const use = z.enum(privateLinkUses);
const none: PrivateLinkSettings = { chatInboxId: null, use: 'when_needed' };

/** Which chat the links in public answers of an inbox lead to, and when agents are offered them. Where nothing is set: to none. */
export async function privateLinkSettings(reader: Reader, inboxId: string): Promise<PrivateLinkSettings> {
  const kept = await readPrivateLink(reader, inboxId);
  return kept ? { chatInboxId: kept.chatInboxId, use: use.parse(kept.use) } : none;
}

/** The same for a screen. Throws `channels.inbox_not_found`, also for channels on which nobody writes publicly. */
export async function viewPrivateLink(reader: Reader, inboxId: string): Promise<PrivateLinkSettings> {
  const inbox = await readInbox(reader, inboxId);
  if (!inbox || !privateLinkChannels.includes(inbox.channel)) throw fail('channels.inbox_not_found');
  return privateLinkSettings(reader, inboxId);
}

/** Sets them. Throws as `viewPrivateLink` does, and `request.invalid` where the other inbox is no chat. */
export async function savePrivateLink(
  tx: Tx,
  actor: Actor,
  inboxId: string,
  settings: PrivateLinkSettings,
): Promise<PrivateLinkSettings> {
  const inbox = await lockInbox(tx, inboxId);
  if (!inbox || !privateLinkChannels.includes(inbox.channel)) throw fail('channels.inbox_not_found');
  const { chatInboxId } = settings;
  if (chatInboxId !== null && (await readInbox(tx, chatInboxId))?.channel !== 'chat')
    throw fail('request.invalid', { field: 'chatInboxId' });
  await writePrivateLink(tx, inboxId, chatInboxId === null ? null : { chatInboxId, use: settings.use });
  await announce(tx, inboxChanged, {
    subjectId: inboxId,
    actor,
    payload: { change: 'updated', fields: ['privateLink'] },
  });
  return privateLinkSettings(tx, inboxId);
}
