import type { InboundMessage, StoredRequest } from '../../port.ts';
import { decodeActivity } from './decode-activity.ts';
import { decodeFetched } from './decode-fetched.ts';
import { messageOf } from './direct-message.ts';
import { filesOf, plainText } from './post-text.ts';
import { publicAddress } from './public-address.ts';
import { dateOf, parse, readJson, withContent } from './read-payload.ts';
import { directMessage, type Post, post, webhookBody } from './webhook-schema.ts';

/**
 * The messages of a webhook request: direct messages to the account, and posts of others that mention or answer it. Passed over are what the
 * account wrote itself, reposts, edits, quotes that do not mention it, and all other kinds of activity. By which of the two APIs it comes a message has the same id.
 */
export function decodeWebhook({ body }: StoredRequest): InboundMessage[] {
  const payload = parse(webhookBody, readJson(body));
  if (payload.data !== undefined && payload.data !== null) return decodeActivity(payload.data);
  const { for_user_id: own, direct_message_events: messages, tweet_create_events: posts, users } = payload;
  if (!own) return [];
  const nameOf = (id: string) => users?.[id]?.name || null;
  return distinct([
    ...(messages ?? []).flatMap((it) => messageOf(parse(directMessage, it), own, nameOf)),
    ...(posts ?? []).flatMap((it) => mentionOf(parse(post, it), own)),
    ...decodeFetched(payload.fetched, own),
  ]);
}

function mentionOf(given: Post, own: string): InboundMessage[] {
  const { id_str: id, user, extended_tweet: extended } = given;
  if (user.id_str === own || given.retweeted_status) return [];
  if ((given.edit_history?.initial_tweet_id ?? id) !== id) return [];
  const entities = extended?.entities ?? given.entities;
  const mentions = entities?.user_mentions?.some((it) => it.id_str === own) === true;
  if (!mentions && given.in_reply_to_user_id_str !== own) return [];
  const media = (extended?.extended_entities ?? given.extended_entities)?.media ?? entities?.media ?? [];
  const answered = given.in_reply_to_status_id_str ?? null;
  const range = extended?.display_text_range ?? given.display_text_range;
  const text = extended?.full_text ?? given.full_text ?? given.text ?? '';
  const conversation = given.conversation_id_str ?? (answered === null ? id : null);
  return withContent({
    externalId: id,
    sender: { address: publicAddress(user.id_str), name: user.name || user.screen_name || null },
    threadKey: conversation ?? answered,
    ...(conversation === null && { threadGuessed: true }),
    writtenAt: dateOf(given.timestamp_ms) ?? dateOf(given.created_at),
    text: plainText(
      withoutNames(text, answered === null ? 0 : (range?.[0] ?? 0)),
      entities?.urls ?? [],
      media.map(({ url }) => url),
    ),
    attachments: filesOf(media),
  });
}

/** A reply begins with the names of those whom it answers, which are not shown; counted in code points. */
const withoutNames = (text: string, shownFrom: number): string =>
  shownFrom === 0 ? text : [...text].slice(shownFrom).join('');

/** An id names one message, even where one request brings it twice. */
function distinct(messages: readonly InboundMessage[]): InboundMessage[] {
  return [...new Map(messages.map((message) => [message.externalId, message])).values()];
}
