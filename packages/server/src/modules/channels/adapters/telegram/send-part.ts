import { deliveryTroubles } from '@fairlead/contract';
import { z } from 'zod';
import {
  type OutboundFile,
  type OutboundMessage,
  type SendContext,
  SendError,
  splitText,
} from '../../port.ts';
import { callBot } from './bot-api.ts';

/** UTF-16 units of one message (https://core.telegram.org/bots/api#sendmessage). */
export const longestText = 4096;
const megabyte = 1024 * 1024;
/** https://core.telegram.org/bots/api#sending-files */
export const largestFile = 50 * megabyte;
const largestPhoto = 10 * megabyte;
const photos: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** Whether Telegram takes a file as a picture. Pure. */
export const isPhoto = ({ type, size }: OutboundFile): boolean =>
  photos.includes(type) && size <= largestPhoto;

/** One message of Telegram's: a text or a file, the last one with the answers to choose from. */
export interface TelegramPart {
  readonly text: string;
  readonly file: OutboundFile | null;
  readonly quickReplies: readonly string[];
}

/** A message as Telegram's messages: its text first, then each file. Pure. */
export function partsOf({ text, files = [], quickReplies = [] }: OutboundMessage): TelegramPart[] {
  const texts = splitText(text, longestText).map((piece) => ({ text: piece, file: null }));
  const parts = [...texts, ...files.map((file) => ({ text: '', file }))];
  return parts.map((part, index) => ({
    ...part,
    quickReplies: index === parts.length - 1 ? quickReplies : [],
  }));
}

const sent = z.object({ message_id: z.number().int() });

/** Sends one part to a private chat. Throws SendError. */
export async function sendPart(
  { text, file, quickReplies }: TelegramPart,
  context: SendContext,
): Promise<{ externalId: string }> {
  const calling = { credentials: context.credentials, ask: context.ask, signal: context.signal };
  const markup = quickReplies.length > 0 ? keyboardOf(quickReplies) : null;
  if (!file) {
    const params = {
      chat_id: context.address,
      text,
      link_preview_options: { is_disabled: true },
      ...(markup && { reply_markup: markup }),
    };
    return named(context, await callBot(calling, 'sendMessage', params, sent));
  }
  if (file.size > largestFile) throw new SendError(deliveryTroubles.file_size, { permanent: true });
  const asPhoto = isPhoto(file);
  const form = new FormData();
  form.set('chat_id', context.address);
  if (markup) form.set('reply_markup', JSON.stringify(markup));
  const blob = new Blob([Buffer.from(await file.read())], { type: file.type });
  form.set(asPhoto ? 'photo' : 'document', blob, file.name);
  return named(context, await callBot(calling, asPhoto ? 'sendPhoto' : 'sendDocument', form, sent));
}

const named = ({ address }: SendContext, { message_id: id }: z.infer<typeof sent>) => ({
  externalId: `${address}:${id}`,
});

/** One button a row, so that long answers are read whole. What comes back names the answer by its place. */
const keyboardOf = (quickReplies: readonly string[]) => ({
  inline_keyboard: quickReplies.map((text, index) => [{ text, callback_data: `answer:${index}` }]),
});
