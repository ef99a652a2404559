import { deliveryTroubles } from '@fairlead/contract';
import { type SendContext, SendError } from '../../port.ts';
import type { XPart } from './encode-message.ts';
import { uploadMedia } from './upload-media.ts';
import { idIn, xCall } from './x-call.ts';

/** Sends a part where it belongs: as a direct message, or as a post below the one that is answered. */
export async function sendPart(part: XPart, context: SendContext): Promise<{ externalId: string }> {
  const { signal } = context;
  const media: string[] = [];
  for (const file of part.files)
    media.push(await uploadMedia(file, part.isPublic ? 'tweet' : 'dm', context, signal));
  return part.isPublic ? answerPost(part.text, media, context) : sendMessage(part.text, media, context);
}

async function sendMessage(
  text: string,
  media: readonly string[],
  context: SendContext,
): Promise<{ externalId: string }> {
  const path = `2/dm_conversations/with/${encodeURIComponent(context.address)}/messages`;
  const body = {
    ...(text && { text }),
    ...(media.length > 0 && { attachments: media.map((media_id) => ({ media_id })) }),
  };
  const answer = await xCall({ method: 'POST', path, body, signal: context.signal }, context);
  return { externalId: idIn(answer, 'dm_event_id') };
}

/** Below our part before, otherwise below what the customer wrote last, otherwise below where the conversation began. */
async function answerPost(
  text: string,
  media: readonly string[],
  context: SendContext,
): Promise<{ externalId: string }> {
  const answered = context.after ?? context.answers ?? context.threadKey;
  if (!answered) throw new SendError(deliveryTroubles.answered_gone, { permanent: true });
  const body = {
    ...(text && { text }),
    reply: { in_reply_to_tweet_id: answered },
    ...(media.length > 0 && { media: { media_ids: media } }),
  };
  const answer = await xCall({ method: 'POST', path: '2/tweets', body, signal: context.signal }, context);
  return { externalId: idIn(answer, 'id') };
}
