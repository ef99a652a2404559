import { type InboxNotice, noticeChannels } from '@fairlead/contract';
import type { Actor } from '../../../platform/actor.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import { inboxChanged } from '../events.ts';
import { lockInbox, readInbox } from '../inbox-store.ts';
import { listNotices, replaceNotices } from './notice-store.ts';

/** The templates of an inbox. Throws `channels.inbox_not_found`, also for channels without such. */
export async function viewNotices(reader: Reader, inboxId: string): Promise<InboxNotice[]> {
  const inbox = await readInbox(reader, inboxId);
  if (!inbox || !noticeChannels.includes(inbox.channel)) throw fail('channels.inbox_not_found');
  return listNotices(reader, inboxId);
}

/** Sets the templates of an inbox. Throws as `viewNotices` does, and `request.invalid` for two of one kind, or of one field. */
export async function saveNotices(
  tx: Tx,
  actor: Actor,
  inboxId: string,
  notices: readonly InboxNotice[],
): Promise<InboxNotice[]> {
  const inbox = await lockInbox(tx, inboxId);
  if (!inbox || !noticeChannels.includes(inbox.channel)) throw fail('channels.inbox_not_found');
  const twice = (names: readonly string[]) => new Set(names).size < names.length;
  if (twice(notices.map((it) => it.kind))) throw fail('request.invalid', { field: 'items' });
  if (notices.some((it) => twice(it.fields.map(({ name }) => name))))
    throw fail('request.invalid', { field: 'fields' });
  await replaceNotices(tx, inboxId, notices);
  await announce(tx, inboxChanged, {
    subjectId: inboxId,
    actor,
    payload: { change: 'updated', fields: ['notices'] },
  });
  return listNotices(tx, inboxId);
}
