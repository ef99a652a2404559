import { bindingCodeIn } from '@fairlead/contract';
import { botWords } from './bot-words.ts';
import { commandOf } from './decode-update.ts';
import type { Update } from './update.ts';

/**
 * The one call that Telegram takes in our answer to an update (https://core.telegram.org/bots/api#making-requests-when-getting-updates):
 * a tapped button stops waiting; who begins a chat is greeted; a group to which the bot is added learns where it answers, once.
 */
export function respondToUpdate({
  message,
  callback_query: tapped,
  my_chat_member: joined,
}: Update): object | null {
  if (tapped) return { method: 'answerCallbackQuery', callback_query_id: tapped.id };
  const command = message && commandOf(message);
  if (message && command) {
    if (command.argument && bindingCodeIn(command.argument)) return null;
    const text = botWords(message.from?.language_code, 'channel.greeting');
    return { method: 'sendMessage', chat_id: message.chat.id, text };
  }
  if (!joined || joined.new_chat_member.status !== 'member' || !joined.chat.type.endsWith('group'))
    return null;
  const { username } = joined.new_chat_member.user;
  if (username === undefined) return null;
  const link = `https://t.me/${username}`;
  const text = botWords(joined.from.language_code, 'channel.write_privately', { link });
  return { method: 'sendMessage', chat_id: joined.chat.id, text };
}
