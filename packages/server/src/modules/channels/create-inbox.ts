import { randomBytes } from 'node:crypto';
import { type BodyOf, type endpoints, topics } from '@fairlead/contract';
import { type Actor, system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { requireTeams } from '../people/index.ts';
import { adapterOf } from './adapter-of.ts';
import { inboxChanged } from './events.ts';
import type { Inbox } from './inbox.ts';
import { teamsOfInbox, tidyOrigins } from './inbox-rules.ts';
import { insertInbox } from './inbox-store.ts';

type Body = BodyOf<typeof endpoints.channels.createInbox>;

/**
 * Makes an inbox, of the chat unless told otherwise, with all topics and the usual times unless told otherwise. Throws
 * `people.team_not_found`, `request.invalid` for a channel that is not spoken.
 */
export async function createInbox(
  tx: Tx,
  body: Partial<Body> & Pick<Body, 'name' | 'defaultTeamId'>,
  actor: Actor = system('channels'),
): Promise<Inbox> {
  const inbox: Inbox = {
    topics: [...topics],
    topicTeams: {},
    reopenHours: 72,
    acceptSeconds: 60,
    answerHours: 24,
    enabled: true,
    ...body,
    id: newId(),
    channel: body.channel ?? 'chat',
    assistant: body.assistant ?? false,
    drafts: body.drafts ?? true,
    // Public, but not to be guessed from another: who is served by which inbox is nobody else's business.
    key: randomBytes(12).toString('base64url'),
    allowedOrigins: tidyOrigins(body.allowedOrigins ?? []),
  };
  adapterOf(inbox.channel);
  await requireTeams(tx, teamsOfInbox(inbox));
  await insertInbox(tx, inbox);
  await announce(tx, inboxChanged, {
    subjectId: inbox.id,
    actor,
    payload: { change: 'created', fields: Object.keys(body) },
  });
  return inbox;
}
