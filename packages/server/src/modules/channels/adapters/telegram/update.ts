import { z } from 'zod';
import { fail } from '../../port.ts';

/** What is read of an update of the Bot API (https://core.telegram.org/bots/api#update); everything else is passed over. */
const user = z.object({
  id: z.number().int(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});
const chat = z.object({ id: z.number().int(), type: z.string() });
/** Offsets and lengths in UTF-16 units. */
const entity = z.object({
  type: z.string(),
  offset: z.number().int().min(0),
  length: z.number().int().min(0),
  url: z.string().optional(),
});
const file = z.object({
  file_id: z.string().min(1),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
});
const place = z.object({ latitude: z.number(), longitude: z.number() });
const keyboard = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string().optional() }))),
});

const content = z.object({
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  /** Several sizes of one picture. */
  photo: z.array(z.object({ file_id: z.string().min(1), width: z.number(), height: z.number() })).optional(),
  document: file.optional(),
  audio: file.optional(),
  voice: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  animation: file.optional(),
  sticker: z.object({ emoji: z.string().optional() }).optional(),
  dice: z.object({ emoji: z.string(), value: z.number() }).optional(),
  contact: z
    .object({ phone_number: z.string(), first_name: z.string(), last_name: z.string().optional() })
    .optional(),
  location: place.optional(),
  venue: z.object({ location: place, title: z.string(), address: z.string() }).optional(),
  poll: z.object({ question: z.string() }).optional(),
});
export type Content = z.infer<typeof content>;

const message = content.extend({
  message_id: z.number().int(),
  date: z.number().int(),
  edit_date: z.number().int().optional(),
  chat,
  from: user.optional(),
  reply_to_message: content.optional(),
  /** The part of that message that was chosen. */
  quote: z.object({ text: z.string() }).optional(),
});
export type TelegramMessage = z.infer<typeof message>;

const update = z.object({
  update_id: z.number().int(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string().min(1),
      from: user,
      data: z.string().optional(),
      message: z.object({ message_id: z.number().int(), chat, reply_markup: keyboard.optional() }).optional(),
    })
    .optional(),
  /** We were added to a group, or removed. */
  my_chat_member: z
    .object({
      chat,
      from: user,
      new_chat_member: z.object({ user, status: z.string() }),
    })
    .optional(),
});
export type Update = z.infer<typeof update>;

/** The update in a request's body. Throws `request.invalid` for anything else. */
export function readUpdate(body: Uint8Array): Update {
  const read = update.safeParse(parse(body));
  if (!read.success) throw fail('request.invalid', { field: 'body' });
  return read.data;
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw fail('request.invalid', { field: 'body' });
  }
}
