import { platformTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type Publication, type PublishContext, SendError } from '../../port.ts';
import { callBot } from './bot-api.ts';
import { isPhoto } from './send-part.ts';

/** UTF-16 units below a picture (https://core.telegram.org/bots/api#sendphoto). */
const longestCaption = 1024;
/** Says of a post that it is a picture: its words are changed otherwise. */
const photoMark = ':photo';

const posted = z.object({
  message_id: z.number().int(),
  chat: z.object({ id: z.number().int(), username: z.string().optional() }),
});

/** Posts to the channel or group of the address, where the bot may write (https://core.telegram.org/bots/api#sendmessage). Throws SendError. */
export async function publishPost(
  post: Publication,
  context: PublishContext,
): Promise<{ externalId: string; link: string | null }> {
  const photo = await photoOf(post, context.address);
  const { message_id: id, chat } = photo
    ? await callBot(callingOf(context), 'sendPhoto', photo, posted)
    : await callBot(
        callingOf(context),
        'sendMessage',
        { chat_id: context.address, ...contentOf(post) },
        posted,
      );
  return {
    externalId: `${chat.id}:${id}${photo ? photoMark : ''}`,
    link: chat.username === undefined ? null : `https://t.me/${chat.username}/${id}`,
  };
}

/** Changes what a post says. Telegram refuses the text that stands there already: that is as it should be. Throws SendError. */
export async function revisePost(
  externalId: string,
  post: Publication,
  context: PublishContext,
): Promise<void> {
  const place = placeOf(externalId);
  const photo = externalId.endsWith(photoMark);
  const { text } = contentOf(post);
  if (photo && text.length > longestCaption)
    throw new SendError('the text is too long for the words below a picture', { permanent: true });
  await unless(
    /message is not modified/i,
    photo
      ? callBot(callingOf(context), 'editMessageCaption', { ...place, caption: text }, z.unknown())
      : callBot(callingOf(context), 'editMessageText', { ...place, ...contentOf(post) }, z.unknown()),
  );
}

/** Takes a post back; Telegram lets bots do so for 48 hours. Throws SendError. */
export async function retractPost(externalId: string, context: PublishContext): Promise<void> {
  await unless(
    /message to delete not found/i,
    callBot(callingOf(context), 'deleteMessage', placeOf(externalId), z.unknown()),
  );
}

const callingOf = ({ credentials, ask, signal }: PublishContext) => ({ credentials, ask, signal });

/** The link stands below the text and shows no preview: the text says all that is needed. */
const contentOf = ({ text, link }: Publication) => ({
  text: link === null ? text : `${text}\n\n${link}`,
  link_preview_options: { is_disabled: true },
});

/** The post as a picture with words below it, where both fit; else it goes out as text alone. */
async function photoOf(post: Publication, address: string): Promise<FormData | null> {
  const { picture } = post;
  const { text } = contentOf(post);
  if (!picture || !isPhoto(picture) || text.length > longestCaption) return null;
  const form = new FormData();
  form.set('chat_id', address);
  form.set('caption', text);
  form.set('photo', new Blob([Buffer.from(await picture.read())], { type: picture.type }), picture.name);
  return form;
}

function placeOf(externalId: string): { chat_id: number; message_id: number } {
  const [, chat, message] = /^(-?\d+):(\d+)(?::photo)?$/.exec(externalId) ?? [];
  if (chat === undefined || message === undefined)
    throw new SendError(platformTroubles.post_unknown, { permanent: true });
  return { chat_id: Number(chat), message_id: Number(message) };
}

async function unless(refusal: RegExp, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof SendError && error.permanent && refusal.test(error.message))) throw error;
  }
}
