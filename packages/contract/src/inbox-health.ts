import { z } from 'zod';
import { mailTrouble } from './email-inboxes.ts';
import { endpoint } from './endpoint.ts';
import { id, moment } from './shapes.ts';
import { socialTrouble } from './social-inboxes.ts';

/** How an inbox gets along with the servers behind it. */
const inboxHealth = z.object({
  inboxId: id,
  /**
   * `not_connected`: nobody has set it up. `waiting`: set up, and no server has answered yet. `ending`: it works, and what it signs in with ends
   * within two weeks. `trouble`: it does not work.
   */
  state: z.enum(['not_connected', 'waiting', 'well', 'ending', 'trouble']),
  /** When a server last answered, or wrote to us, as it should. */
  lastContactAt: moment.nullable(),
  /** Why it does not now. */
  trouble: z.union([mailTrouble, socialTrouble]).nullable(),
  /** When what it signs in with ends and has to be entered anew; null where it does not end, or nobody says when. */
  endsAt: moment.nullable(),
});
export type InboxHealth = z.infer<typeof inboxHealth>;

export const inboxHealthEndpoints = {
  listInboxHealth: endpoint({
    method: 'GET',
    path: '/api/channels/health',
    access: { permission: 'channels.manage' },
    summary:
      'How all inboxes that have a server behind them get along with it. Platforms and servers for sending are asked once an hour, mailboxes all the time.',
    response: z.object({ items: z.array(inboxHealth) }),
    errors: [],
  }),
};
