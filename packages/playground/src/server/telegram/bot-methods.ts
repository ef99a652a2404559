import type { KeptFile, PhoneMessage, TelegramWorld } from './telegram-world.ts';

/** What was sent with a call: fields as text, and a file where there is one. */
export interface Call {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly file: Omit<KeptFile, 'id'> | null;
}

/** Why a call is refused, as the Bot API says it. */
export class BotError extends Error {
  readonly code: number;
  readonly retryAfter: number | null;

  constructor(code: number, description: string, retryAfter: number | null = null) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

const longestText = 4096;
const largestDownload = 20 * 1024 * 1024;

const mostUpdates = 100;
const conflict =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';

/** Waits for updates, as `getUpdates` does; throws BotError. */
export async function getUpdates(world: TelegramWorld, { fields }: Call): Promise<object[]> {
  if (world.webhook)
    throw new BotError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  const { offset, limit = mostUpdates, timeout = 0 } = fields;
  noteAllowed(world, fields);
  const most = Math.min(Number(limit), mostUpdates);
  const taken = await world.updates.take(
    offset === undefined ? null : Number(offset),
    most,
    Number(timeout) * 1000,
  );
  if (taken === 'refused') throw new BotError(409, conflict);
  if (world.faults.lost > 0 && taken.length > 0) {
    world.faults.lost--;
    throw new BotError(502, 'Bad Gateway');
  }
  return taken;
}

/** What is not named stays as it was. */
function noteAllowed(world: TelegramWorld, { allowed_updates: allowed }: Call['fields']): void {
  if (Array.isArray(allowed)) world.allowed = allowed.map(String);
}

/** Does one call of the Bot API; throws BotError. */
export function callMethod(world: TelegramWorld, method: string, call: Call): unknown {
  switch (method) {
    case 'getMe': {
      const { id, name, username } = world.bot;
      return { id, is_bot: true, first_name: name, username };
    }
    case 'setWebhook': {
      const { url, secret_token: secret = '' } = call.fields;
      if (typeof url !== 'string' || !URL.canParse(url))
        throw new BotError(400, 'Bad Request: bad webhook: invalid URL');
      world.webhook = { url, secret: String(secret) };
      noteAllowed(world, call.fields);
      return true;
    }
    case 'deleteWebhook':
      world.webhook = null;
      if (call.fields.drop_pending_updates === true) world.updates.empty();
      return true;
    case 'sendMessage': {
      const text = String(call.fields.text ?? '');
      if (text.trim() === '') throw new BotError(400, 'Bad Request: message text is empty');
      if (text.length > longestText) throw new BotError(400, 'Bad Request: message is too long');
      return sendTo(world, call, { text, file: null });
    }
    case 'editMessageCaption':
      return editIn(world, { ...call, fields: { ...call.fields, text: call.fields.caption } });
    case 'editMessageText':
      return editIn(world, call);
    case 'deleteMessage': {
      const { chatId, messageId } = placeOf(call);
      if (!world.remove(chatId, messageId))
        throw new BotError(400, 'Bad Request: message to delete not found');
      return true;
    }
    case 'sendPhoto':
    case 'sendDocument': {
      const { file } = call;
      if (!file) throw new BotError(400, 'Bad Request: there is no file in the request');
      const { id, name, type } = world.keep(file);
      return sendTo(world, call, {
        text: String(call.fields.caption ?? '').replaceAll('\r\n', '\n'),
        file: { id, name, type },
      });
    }
    case 'getFile': {
      const file = world.files.get(String(call.fields.file_id ?? ''));
      if (!file) throw new BotError(400, 'Bad Request: invalid file_id');
      if (file.bytes.length > largestDownload) throw new BotError(400, 'Bad Request: file is too big');
      return {
        file_id: file.id,
        file_unique_id: file.id,
        file_size: file.bytes.length,
        file_path: `files/${file.id}/${file.name}`,
      };
    }
    case 'answerCallbackQuery':
      return true;
    default:
      throw new BotError(404, 'Not Found: method not found');
  }
}

function sendTo(
  world: TelegramWorld,
  { fields }: Call,
  content: Pick<PhoneMessage, 'text' | 'file'>,
): object {
  const { faults, channel } = world;
  const inChannel = isChannel(world, fields.chat_id);
  const chatId = inChannel ? channel.id : Number(fields.chat_id);
  if (!inChannel && !world.person(chatId)) throw new BotError(400, 'Bad Request: chat not found');
  if (faults.blocked) throw new BotError(403, 'Forbidden: bot was blocked by the user');
  if (faults.busy > 0) {
    faults.busy--;
    throw new BotError(429, `Too Many Requests: retry after ${faults.retryAfter}`, faults.retryAfter);
  }
  const sent = world.append(chatId, { from: 'bot', ...content, buttons: buttonsOf(fields.reply_markup) });
  return {
    message_id: sent.id,
    date: sent.at,
    chat: inChannel ? { ...channel, type: 'channel' } : { id: chatId, type: 'private' },
    ...(sent.text !== '' && { text: sent.text }),
  };
}

const isChannel = ({ channel }: TelegramWorld, named: unknown): boolean =>
  named === `@${channel.username}` || Number(named) === channel.id;

function placeOf({ fields }: Call): { chatId: number; messageId: number } {
  return { chatId: Number(fields.chat_id), messageId: Number(fields.message_id) };
}

function editIn(world: TelegramWorld, call: Call): object {
  const { chatId, messageId } = placeOf(call);
  const text = String(call.fields.text ?? '');
  const before = world.chat(chatId).find((it) => it.id === messageId);
  if (!before) throw new BotError(400, 'Bad Request: message to edit not found');
  if (text.trim() === '') throw new BotError(400, 'Bad Request: message text is empty');
  if (text.length > longestText) throw new BotError(400, 'Bad Request: MESSAGE_TOO_LONG');
  if (before.text === text) throw new BotError(400, 'Bad Request: message is not modified');
  world.edit(chatId, messageId, text);
  return { message_id: messageId, date: before.at, chat: { id: chatId }, text };
}

function buttonsOf(markup: unknown): PhoneMessage['buttons'] {
  const given: unknown = typeof markup === 'string' ? JSON.parse(markup) : markup;
  const rows = (given as { inline_keyboard?: Array<Array<{ text: string; callback_data?: string }>> } | null)
    ?.inline_keyboard;
  return (rows ?? []).flat().map(({ text, callback_data: data = '' }) => {
    if (Buffer.byteLength(data) > 64) throw new BotError(400, 'Bad Request: BUTTON_DATA_INVALID');
    return { text, data };
  });
}
