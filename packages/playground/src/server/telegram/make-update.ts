import type { Person, PhoneMessage, TelegramWorld } from './telegram-world.ts';

const userOf = ({ id, firstName, lastName, language }: Person) => ({
  id,
  is_bot: false,
  first_name: firstName,
  ...(lastName !== null && { last_name: lastName }),
  language_code: language,
});

const chatOf = ({ id, firstName }: Person) => ({ id, first_name: firstName, type: 'private' });

/** The update by which the bot hears what a person wrote, or of the picture that they sent. */
export function messageUpdate(world: TelegramWorld, person: Person, message: PhoneMessage): object {
  return { update_id: world.nextUpdate(), message: contentOf(person, message) };
}

/** The update by which the bot hears what a message says now: the whole of it, with its picture. */
export function editUpdate(
  world: TelegramWorld,
  person: Person,
  message: PhoneMessage,
  editedAt: number,
): object {
  return {
    update_id: world.nextUpdate(),
    edited_message: { ...contentOf(person, message), edit_date: editedAt },
  };
}

function contentOf(person: Person, message: PhoneMessage): object {
  const { text, file } = message;
  const words = text === '' ? {} : file ? { caption: text } : { text };
  const isPicture = file?.type.startsWith('image/') === true;
  return {
    message_id: message.id,
    from: userOf(person),
    chat: chatOf(person),
    date: message.at,
    ...words,
    ...(file &&
      isPicture && {
        photo: [{ file_id: file.id, file_unique_id: file.id, width: 1280, height: 960, file_size: 1 }],
      }),
    ...(file &&
      !isPicture && {
        document: { file_id: file.id, file_unique_id: file.id, file_name: file.name, mime_type: file.type },
      }),
  };
}

/** The update by which the bot hears of a tapped button. */
export function tapUpdate(world: TelegramWorld, person: Person, message: PhoneMessage, data: string): object {
  return {
    update_id: world.nextUpdate(),
    callback_query: {
      id: `${person.id}${world.nextUpdate()}`,
      from: userOf(person),
      chat_instance: String(person.id),
      data,
      message: {
        message_id: message.id,
        from: { id: world.bot.id, is_bot: true, first_name: world.bot.name },
        chat: chatOf(person),
        date: message.at,
        text: message.text,
        reply_markup: {
          inline_keyboard: message.buttons.map((it) => [{ text: it.text, callback_data: it.data }]),
        },
      },
    },
  };
}
