import { z } from 'zod';

const id = z.string().min(1);

const link = z.object({ url: z.string(), expanded_url: z.string().nullish() });

const media = z.object({
  /** The link that stands for it in the text. */
  url: z.string().nullish(),
  type: z.string(),
  media_url_https: z.string().nullish(),
  video_info: z
    .object({
      variants: z.array(
        z.object({ url: z.string(), content_type: z.string().nullish(), bitrate: z.number().nullish() }),
      ),
    })
    .nullish(),
});
export type Media = z.infer<typeof media>;

const entities = z.object({
  urls: z.array(link).nullish(),
  user_mentions: z.array(z.object({ id_str: id.nullish() })).nullish(),
  media: z.array(media).nullish(),
});

/** https://docs.x.com/x-api/account-activity/introduction#account-activity-data-object-structure */
export const directMessage = z.object({
  type: z.string(),
  id,
  created_timestamp: z.string().nullish(),
  message_create: z
    .object({
      sender_id: id,
      target: z.object({ recipient_id: id.nullish() }).nullish(),
      message_data: z.object({
        text: z.string().nullish(),
        entities: entities.nullish(),
        quick_reply_response: z.object({ metadata: z.string().nullish() }).nullish(),
        attachment: z.object({ type: z.string(), media: media.nullish() }).nullish(),
      }),
    })
    .nullish(),
});
export type DirectMessage = z.infer<typeof directMessage>;

const text = {
  text: z.string().nullish(),
  full_text: z.string().nullish(),
  entities: entities.nullish(),
  extended_entities: entities.nullish(),
  display_text_range: z.tuple([z.number(), z.number()]).nullish(),
};

export const post = z.object({
  id_str: id,
  created_at: z.string().nullish(),
  timestamp_ms: z.string().nullish(),
  user: z.object({ id_str: id, name: z.string().nullish(), screen_name: z.string().nullish() }),
  ...text,
  extended_tweet: z.object(text).nullish(),
  in_reply_to_status_id_str: id.nullish(),
  in_reply_to_user_id_str: id.nullish(),
  conversation_id_str: id.nullish(),
  retweeted_status: z.unknown().optional(),
  edit_history: z.object({ initial_tweet_id: id.nullish() }).nullish(),
});
export type Post = z.infer<typeof post>;

export const webhookBody = z.object({
  for_user_id: id.nullish(),
  direct_message_events: z.array(z.unknown()).nullish(),
  tweet_create_events: z.array(z.unknown()).nullish(),
  users: z.record(z.string(), z.object({ name: z.string().nullish() })).nullish(),
  /** What the X Activity API sends; see decode-activity.ts. */
  data: z.unknown().optional(),
  /** What was fetched where there is no webhook; see decode-fetched.ts. */
  fetched: z.unknown().optional(),
});
