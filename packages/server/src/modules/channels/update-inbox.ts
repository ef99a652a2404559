import { isDeepStrictEqual } from 'node:util';
import type { BodyOf, endpoints } from '@fairlead/contract';
import type { Actor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { requireTeams } from '../people/index.ts';
import { inboxChanged } from './events.ts';
import type { Inbox } from './inbox.ts';
import { teamsOfInbox, tidyOrigins } from './inbox-rules.ts';
import { lockInbox, saveInbox } from './inbox-store.ts';

type Change = BodyOf<typeof endpoints.channels.updateInbox>;

/** Changes what is set for an inbox. Throws `channels.inbox_not_found`, `people.team_not_found`. */
export async function updateInbox(tx: Tx, actor: Actor, id: string, change: Change): Promise<Inbox> {
  const before = await lockInbox(tx, id);
  if (!before) throw fail('channels.inbox_not_found');
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const wanted = { ...before, ...given } as Inbox;
  const after = { ...wanted, allowedOrigins: tidyOrigins(wanted.allowedOrigins) };
  const fields = Object.keys(given).filter((field) => {
    const key = field as keyof Inbox;
    return !isDeepStrictEqual(before[key], after[key]);
  });
  if (fields.length === 0) return before;
  await requireTeams(tx, teamsOfInbox(after));
  await saveInbox(tx, after);
  await announce(tx, inboxChanged, { subjectId: id, actor, payload: { change: 'updated', fields } });
  return after;
}
