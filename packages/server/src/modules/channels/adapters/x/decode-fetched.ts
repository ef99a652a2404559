import { z } from 'zod';
import type { InboundMessage } from '../../port.ts';
import { filesOf, plainText } from './post-text.ts';
import { publicAddress } from './public-address.ts';
import { dateOf, parse, withContent } from './read-payload.ts';

const id = z.string().min(1);

const event = z.object({
  id,
  event_type: z.string(),
  text: z.string().nullish(),
  sender_id: id.nullish(),
  dm_conversation_id: z.string().nullish(),
  created_at: z.string().nullish(),
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
  entities: z.unknown().optional(),
});

const link = z.object({
  url: z.string(),
  expanded_url: z.string().nullish(),
  media_key: z.string().nullish(),
});
const entities = z.object({
  urls: z.array(link).nullish(),
  mentions: z.array(z.object({ id: id.nullish() })).nullish(),
});

const post = z.object({
  id,
  text: z.string(),
  author_id: id,
  conversation_id: id.nullish(),
  created_at: z.string().nullish(),
  in_reply_to_user_id: id.nullish(),
  entities: entities.nullish(),
  note_tweet: z.object({ text: z.string(), entities: entities.nullish() }).nullish(),
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
  referenced_tweets: z.array(z.object({ type: z.string(), id })).nullish(),
  edit_history_tweet_ids: z.array(id).nullish(),
});

const includes = z.object({
  users: z.array(z.object({ id, name: z.string().nullish() })).nullish(),
  media: z
    .array(
      z.object({
        media_key: z.string(),
        type: z.string(),
        url: z.string().nullish(),
        variants: z
          .array(
            z.object({ url: z.string(), content_type: z.string().nullish(), bit_rate: z.number().nullish() }),
          )
          .nullish(),
      }),
    )
    .nullish(),
});

const fetched = z.object({
  dm_events: z.array(z.unknown()).nullish(),
  mentions: z.array(z.unknown()).nullish(),
  includes: includes.nullish(),
});

/**
 * The messages in what was fetched by the API where there is no webhook: the same ones, in its form. Passed over is the same as well. `mentioned` where X
 * has said already that the posts mention the account.
 */
export function decodeFetched(given: unknown, own: string, mentioned = false): InboundMessage[] {
  if (given === undefined || given === null) return [];
  const { dm_events: events, mentions, includes: along } = parse(fetched, given);
  const about = aboutOf(along);
  return [
    ...(events ?? []).flatMap((it) => messageOf(parse(event, it), own, about)),
    ...(mentions ?? []).flatMap((it) => mentionOf(parse(post, it), own, about, mentioned)),
  ];
}

interface About {
  nameOf(id: string): string | null;
  mediaOf(keys: readonly string[] | null | undefined): ReturnType<typeof filesOf>;
}

function aboutOf(along: z.output<typeof includes> | null | undefined): About {
  const names = new Map((along?.users ?? []).map((it) => [it.id, it.name || null]));
  const media = new Map((along?.media ?? []).map((it) => [it.media_key, it]));
  return {
    nameOf: (user) => names.get(user) ?? null,
    mediaOf: (keys) =>
      filesOf(
        (keys ?? []).flatMap((key) => {
          const found = media.get(key);
          if (!found) return [];
          const variants = found.variants?.map(({ bit_rate, ...it }) => ({ ...it, bitrate: bit_rate }));
          return [
            { type: found.type, media_url_https: found.url, ...(variants && { video_info: { variants } }) },
          ];
        }),
      ),
  };
}

function messageOf(given: z.output<typeof event>, own: string, about: About): InboundMessage[] {
  const { event_type, sender_id: sender, dm_conversation_id: conversation, attachments } = given;
  if (event_type !== 'MessageCreate' || !sender || sender === own) return [];
  // Of two its id names both; what is written in a group cannot be answered alone.
  if (conversation && !conversation.includes('-')) return [];
  const files = about.mediaOf(attachments?.media_keys);
  const links = entities.safeParse(given.entities).data?.urls ?? [];
  // The link that stands for the file is the last word.
  const text = files.length > 0 ? (given.text ?? '').replace(/\s*https:\/\/t\.co\/\w+$/, '') : given.text;
  return withContent({
    externalId: given.id,
    sender: { address: sender, name: about.nameOf(sender) },
    threadKey: null,
    writtenAt: dateOf(given.created_at),
    text: plainText(text ?? '', links, []),
    attachments: files,
  });
}

function mentionOf(
  given: z.output<typeof post>,
  own: string,
  about: About,
  mentioned: boolean,
): InboundMessage[] {
  const { author_id: author, referenced_tweets: references, edit_history_tweet_ids: edits } = given;
  if (author === own || references?.some((it) => it.type === 'retweeted')) return [];
  if ((edits?.[0] ?? given.id) !== given.id) return [];
  const { text, entities: found } = given.note_tweet ?? given;
  const mentions = mentioned || found?.mentions?.some((it) => it.id === own) === true;
  const answers = references?.some((it) => it.type === 'replied_to') === true;
  if (!mentions && given.in_reply_to_user_id !== own) return [];
  const links = found?.urls ?? [];
  return withContent({
    externalId: given.id,
    sender: { address: publicAddress(author), name: about.nameOf(author) },
    threadKey: given.conversation_id ?? given.id,
    writtenAt: dateOf(given.created_at),
    text: plainText(
      answers ? text.replace(/^(?:@\w{1,15}\s+)+/, '') : text,
      links,
      links.filter((it) => it.media_key).map((it) => it.url),
    ),
    attachments: about.mediaOf(given.attachments?.media_keys),
  });
}
