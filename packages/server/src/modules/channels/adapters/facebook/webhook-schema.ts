import { z } from 'zod';

/** Ids came as numbers in early versions of the API. */
const id = z.union([z.string().min(1), z.number().int()]).transform(String);

const attachment = z.object({
  type: z.string(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  payload: z
    .object({
      url: z.string().nullish(),
      title: z.string().nullish(),
      sticker_id: id.nullish(),
      coordinates: z.object({ lat: z.number(), long: z.number() }).nullish(),
    })
    .nullish(),
});

/** One event of a Messenger thread: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events */
export const messagingEvent = z.object({
  sender: z.object({ id }).nullish(),
  timestamp: z.number().nullish(),
  message: z
    .object({
      mid: z.string().min(1),
      is_echo: z.boolean().nullish(),
      is_deleted: z.boolean().nullish(),
      text: z.string().nullish(),
      quick_reply: z.object({ payload: z.string().nullish() }).nullish(),
      attachments: z.array(attachment).nullish(),
    })
    .nullish(),
  /** https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-edits */
  message_edit: z
    .object({ mid: z.string().min(1), text: z.string().nullish(), num_edit: id.nullish() })
    .nullish(),
  postback: z
    .object({ mid: z.string().min(1).nullish(), title: z.string().nullish(), payload: z.string().nullish() })
    .nullish(),
});

/** A change of a page's feed: https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed */
export const feedChange = z.object({
  field: z.literal('feed'),
  value: z.object({
    item: z.literal('comment'),
    verb: z.enum(['add', 'edit', 'edited']),
    comment_id: id,
    post_id: id.nullish(),
    parent_id: id.nullish(),
    from: z.object({ id, name: z.string().nullish() }).nullish(),
    sender_id: id.nullish(),
    message: z.string().nullish(),
    created_time: z.number().nullish(),
    photo: z.string().nullish(),
    video: z.string().nullish(),
  }),
});

/** What tells that a change is a comment, new or changed, before it is held against its form. */
export const changeKind = z.object({
  field: z.string(),
  value: z.object({ item: z.unknown(), verb: z.unknown() }).nullish(),
});

export const webhookBody = z.object({
  object: z.string(),
  entry: z.array(
    z.object({
      id,
      /** When it was told. */
      time: id.nullish(),
      messaging: z.array(z.unknown()).nullish(),
      changes: z.array(z.unknown()).nullish(),
    }),
  ),
});

export type MessagingEvent = z.infer<typeof messagingEvent>;
export type FeedChange = z.infer<typeof feedChange>;
