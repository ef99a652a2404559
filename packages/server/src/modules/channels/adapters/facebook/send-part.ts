import { deliveryTroubles, platformTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type OutboundFile, type SendContext, SendError, type Sent } from '../../port.ts';
import { type FacebookPart, withNumbers } from './encode-message.ts';
import { graphCall, refusalIn } from './graph-call.ts';
import { commentOf, isPublicAddress } from './public-address.ts';
import { isOutsideWindow } from './refusal-of.ts';

/** Sends a part where its address says: into the Messenger thread, or as a public answer under the comment. */
export function sendPart(part: FacebookPart, context: SendContext): Promise<Sent> {
  return isPublicAddress(context.address) ? answerComment(part, context) : sendMessage(part, context);
}

/**
 * Messages go out as answers, which Facebook takes for 24 hours after the customer's last one. Whether these are over it
 * knows best; what a person wrote then goes once more with the tag for people, which it takes for seven days. What a machine wrote does
 * not: the tag must not be used for it.
 */
async function sendMessage(part: FacebookPart, context: SendContext): Promise<Sent> {
  const { signal, address } = context;
  const comment = commentOf(address);
  const content = part.file
    ? {
        attachment: { type: kindOf(part.file), payload: { attachment_id: await upload(part.file, context) } },
      }
    : { text: part.text };
  const message = {
    ...content,
    ...(part.quickReplies.length > 0 && {
      quick_replies: part.quickReplies.map((title) => ({ content_type: 'text', title, payload: title })),
    }),
  };
  const send = async (purpose: object): Promise<Sent> => {
    const recipient = comment === null ? { id: address } : { comment_id: comment };
    const body = { recipient, ...purpose, message };
    const answer = await graphCall({ method: 'POST', path: 'me/messages', body, signal }, context);
    const externalId = idIn(answer, 'message_id');
    return comment === null ? { externalId } : { externalId, address: idIn(answer, 'recipient_id') };
  };
  try {
    return await send({ messaging_type: 'RESPONSE' });
  } catch (error) {
    const refusal = refusalIn(error);
    if (!part.byPerson || !refusal || !isOutsideWindow(refusal)) throw error;
    return await send({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
  }
}

/** Under a comment there are no buttons, and no files but pictures. */
async function answerComment(part: FacebookPart, context: SendContext): Promise<{ externalId: string }> {
  const { signal, threadKey } = context;
  if (!threadKey) throw new SendError(deliveryTroubles.answered_gone, { permanent: true });
  const message = withNumbers(part.text, part.quickReplies);
  const body = {
    ...(message && { message }),
    ...(part.file && { attachment_id: await uploadPhoto(part.file, context) }),
  };
  const path = `${encodeURIComponent(threadKey)}/comments`;
  return { externalId: idIn(await graphCall({ method: 'POST', path, body, signal }, context), 'id') };
}

async function upload(file: OutboundFile, context: SendContext): Promise<string> {
  const body = new FormData();
  body.set('message', JSON.stringify({ attachment: { type: kindOf(file), payload: {} } }));
  body.set('filedata', await contentOf(file), file.name);
  const call = { method: 'POST', path: 'me/message_attachments', body, signal: context.signal } as const;
  return idIn(await graphCall(call, context), 'attachment_id');
}

/** Puts a picture where comments and posts can take it from; answers its id. Throws SendError. */
export async function uploadPhoto(
  file: OutboundFile,
  context: Pick<SendContext, 'credentials' | 'ask' | 'signal'>,
): Promise<string> {
  if (kindOf(file) !== 'image') throw new SendError(deliveryTroubles.file_type, { permanent: true });
  const body = new FormData();
  body.set('published', 'false');
  body.set('source', await contentOf(file), file.name);
  const call = { method: 'POST', path: 'me/photos', body, signal: context.signal } as const;
  return idIn(await graphCall(call, context), 'id');
}

async function contentOf(file: OutboundFile): Promise<Blob> {
  return new Blob([Uint8Array.from(await file.read())], { type: file.type });
}

/** Facebook's kinds of attachments. */
function kindOf({ type }: OutboundFile): 'image' | 'video' | 'audio' | 'file' {
  const kind = type.split('/')[0];
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}

function idIn(answer: unknown, name: string): string {
  const id = z.record(z.string(), z.unknown()).safeParse(answer).data?.[name];
  if (typeof id === 'string' && id !== '') return id;
  // It was taken, and has no name that we know: sending it again would double it.
  throw new SendError(`${platformTroubles.unexpected_answer}: ${name}`, { permanent: true });
}
