import type { endpoints, Inbox as InboxView, ResponseOf } from '@fairlead/contract';
import { defaultLocale } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { readSetting } from '../../platform/setting-store.ts';
import { listIdentityKeys } from '../access/index.ts';
import { languagesOnline } from '../people/index.ts';
import type { Inbox } from './inbox.ts';
import { inboxesOfTeam, listInboxes, readInboxByKey } from './inbox-store.ts';

/** Inboxes as administrators see them. */
async function presentInboxes(reader: Reader, inboxes: readonly Inbox[]): Promise<InboxView[]> {
  const keys = await listIdentityKeys(
    reader,
    inboxes.map((inbox) => inbox.id),
  );
  return inboxes.map((inbox) => ({
    ...inbox,
    topicTeams: Object.fromEntries(
      Object.entries(inbox.topicTeams).flatMap(([topic, id]) => (id === undefined ? [] : [[topic, id]])),
    ),
    identityKeys: keys.get(inbox.id) ?? [],
  }));
}

/** One inbox as administrators see it. */
export async function presentInbox(reader: Reader, inbox: Inbox): Promise<InboxView> {
  const [view] = await presentInboxes(reader, [inbox]);
  if (!view) throw new Error('an inbox vanished while it was shown');
  return view;
}

export async function viewInboxes(reader: Reader): Promise<InboxView[]> {
  return presentInboxes(reader, await listInboxes(reader));
}

/** What the organisation is called; empty before it is set up. */
export async function organisationName(reader: Reader): Promise<string> {
  return (await readSetting<string>(reader, 'organisation')) ?? '';
}

/** Whether any inbox leads to the team. */
export async function teamHasInbox(reader: Reader, teamId: string): Promise<boolean> {
  return (await inboxesOfTeam(reader, teamId)).length > 0;
}

/**
 * What the widget needs to know of an inbox, also of one that is switched off: its open conversations go on. Throws
 * `channels.inbox_not_found`.
 */
export async function readChatConfig(
  reader: Reader,
  maximumUploadBytes: number,
  key: string,
): Promise<ResponseOf<typeof endpoints.channels.readChatConfig>> {
  const inbox = await readInboxByKey(reader, key);
  if (!inbox) throw fail('channels.inbox_not_found');
  return {
    organisation: await organisationName(reader),
    topics: inbox.topics,
    maximumUploadBytes,
    languagesOnline: await languagesOnline(reader),
    defaultLocale,
  };
}
