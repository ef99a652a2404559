import { bindingCodeIn } from '@fairlead/contract';
import type { InboundMessage } from '../../port.ts';
import { filesOf, textOf } from './content.ts';
import type { TelegramMessage, Update } from './update.ts';

/**
 * What a person wrote to the bot in a private chat, if the update is that: a message, the new text of one, or a button that was tapped. What is
 * written in groups and channels, and what bots write, are passed over; so are the commands that every chat begins with (see `respond`).
 */
export function decodeUpdate(update: Update): InboundMessage[] {
  const { update_id: updateId, edited_message: edited, callback_query: tapped } = update;
  if (tapped?.message?.chat.type === 'private') {
    const { chat, reply_markup: keyboard } = tapped.message;
    const button = keyboard?.inline_keyboard.flat().find((it) => it.callback_data === tapped.data);
    const text = button?.text ?? tapped.data ?? '';
    if (text === '') return [];
    return [
      {
        externalId: `tap:${tapped.id}`,
        sender: senderOf(chat.id, tapped.from),
        threadKey: null,
        writtenAt: null,
        text,
        attachments: [],
      },
    ];
  }
  // A place that is shown live tells each step as an edit.
  if (edited?.location) return [];
  const message = update.message ?? edited;
  if (!message || !isPersonal(message)) return [];
  const command = commandOf(message);
  // A link that ties the chat to an account brings its code along with the command.
  const code = command?.argument ? bindingCodeIn(command.argument) : null;
  if (command && code === null) return [];
  const text = code ?? [quoteOf(message), textOf(message)].filter(Boolean).join('\n');
  const attachments = filesOf(message);
  if (textOf(message) === '' && attachments.length === 0) return [];
  const id = `${message.chat.id}:${message.message_id}`;
  const said = { sender: senderOf(message.chat.id, message.from), threadKey: null, text, attachments };
  if (update.message) return [{ ...said, externalId: id, writtenAt: new Date(message.date * 1000) }];
  // A message may change twice within a second: the update's own number tells these apart.
  const writtenAt = new Date((message.edit_date ?? message.date) * 1000);
  return [{ ...said, externalId: `edit:${id}:${updateId}`, changes: id, writtenAt }];
}

/** Whether a person wrote it to the bot alone. */
const isPersonal = ({ chat, from }: TelegramMessage): boolean =>
  chat.type === 'private' && from !== undefined && !from.is_bot;

/** A message that is nothing but `/start`, with what a link gave along, or `/help`; null for all others. */
export function commandOf(message: TelegramMessage): { name: string; argument: string | null } | null {
  const found = /^\/(start|help)(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(message.text ?? '');
  if (!found || !isPersonal(message)) return null;
  return { name: found[1] ?? '', argument: found[2] ?? null };
}

const senderOf = (chatId: number, from: TelegramMessage['from']): InboundMessage['sender'] => ({
  address: String(chatId),
  name: [from?.first_name, from?.last_name].filter(Boolean).join(' ').trim() || null,
  language: from?.language_code ?? null,
});

/** Units of what a message answers that are shown with it. */
const longestQuote = 200;

/** The first line of what the message answers, marked as quoted; empty where it answers nothing. */
function quoteOf({ reply_to_message: answered, quote }: TelegramMessage): string {
  if (!answered) return '';
  const said = quote?.text ?? textOf(answered);
  const line = said.split('\n').find((it) => it.trim() !== '') ?? '';
  if (line === '') return '';
  return `> ${line.length > longestQuote ? `${line.slice(0, longestQuote).toWellFormed()}…` : line}`;
}
