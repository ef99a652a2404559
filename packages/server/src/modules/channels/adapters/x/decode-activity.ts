import { z } from 'zod';
import type { InboundMessage } from '../../port.ts';
import { decodeFetched } from './decode-fetched.ts';
import { messageOf } from './direct-message.ts';
import { parse } from './read-payload.ts';
import { directMessage } from './webhook-schema.ts';

/** https://docs.x.com/x-api/activity/event-payloads */
const envelope = z.object({
  event_type: z.string(),
  filter: z.object({ user_id: z.string().min(1).nullish() }),
  payload: z.unknown(),
  includes: z.unknown().optional(),
});

const messages = z.object({
  direct_message_events: z.array(z.unknown()),
  users: z
    .record(z.string(), z.object({ data: z.object({ name: z.string().nullish() }).nullish() }))
    .nullish(),
});

/** Somebody along with a post stands there as they are, or below `data`. */
const along = z.looseObject({
  users: z
    .array(z.looseObject({ data: z.unknown().optional() }).transform(({ data, ...it }) => data ?? it))
    .nullish(),
});

/**
 * The messages in what the X Activity API sends: a direct message in the form of API 1.1, a post that mentions the account in that of v2. Passed over are
 * other kinds of activity, what is encrypted, and what the account wrote itself.
 */
export function decodeActivity(given: unknown): InboundMessage[] {
  const { event_type: type, filter, payload, includes } = parse(envelope, given);
  const own = filter.user_id;
  if (!own) return [];
  if (type === 'dm.received') {
    const { direct_message_events: events, users } = parse(messages, payload);
    const nameOf = (id: string) => users?.[id]?.data?.name || null;
    return events.flatMap((it) => messageOf(parse(directMessage, it), own, nameOf));
  }
  if (type !== 'post.mention.create') return [];
  return decodeFetched({ mentions: [payload], includes: parse(along, includes ?? {}) }, own, true);
}
