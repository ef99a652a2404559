import { deliveryTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type OutboundFile, type SendContext, SendError } from '../../port.ts';
import { callWechat } from './api-call.ts';
import { numbered, type WechatPart } from './encode-message.ts';
import { WechatError, wrongAccountType } from './refusal-of.ts';

const megabyte = 1024 * 1024;
export const largestFile = 10 * megabyte;

/** What WeChat takes by type, and up to how many bytes: https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia */
const media: Readonly<Record<string, { kind: 'image' | 'voice' | 'video'; name: string; largest: number }>> =
  {
    'image/jpeg': { kind: 'image', name: 'picture.jpg', largest: largestFile },
    'image/png': { kind: 'image', name: 'picture.png', largest: largestFile },
    'image/gif': { kind: 'image', name: 'picture.gif', largest: largestFile },
    'audio/mpeg': { kind: 'voice', name: 'voice.mp3', largest: 2 * megabyte },
    'audio/amr': { kind: 'voice', name: 'voice.amr', largest: 2 * megabyte },
    'video/mp4': { kind: 'video', name: 'video.mp4', largest: largestFile },
  };
export const mediaTypes = Object.keys(media);

const done = z.object({ errcode: z.literal(0) });
const uploaded = z.object({ media_id: z.string().min(1) });

/**
 * Sends one part to who wrote. WeChat gives what it took no id that it would tell us, and has no key against doubling: the part's own names
 * it. Throws SendError.
 */
export async function sendPart(part: WechatPart, context: SendContext): Promise<{ externalId: string }> {
  const { text, file, quickReplies } = part;
  const say = (content: object) =>
    callWechat(context, { path: 'message/custom/send', body: { touser: context.address, ...content } }, done);
  const sayText = (content: string) => say({ msgtype: 'text', text: { content } });
  if (file) await say(await uploadedFile(file, context));
  else if (quickReplies.length === 0) await sayText(text);
  // A menu needs words above it.
  else if (text === '') await sayText(numbered('', quickReplies));
  else
    await say({ msgtype: 'msgmenu', msgmenu: menuOf(text, quickReplies) }).catch((error: unknown) => {
      // Only service accounts have menus. Nothing was sent yet.
      if (!(error instanceof WechatError && error.code === wrongAccountType)) throw error;
      return sayText(numbered(text, quickReplies));
    });
  return { externalId: context.key };
}

/** What a customer taps comes back as a text of theirs. */
const menuOf = (text: string, quickReplies: readonly string[]) => ({
  head_content: text,
  list: quickReplies.map((content, index) => ({ id: String(index + 1), content })),
  tail_content: '',
});

async function uploadedFile(file: OutboundFile, context: SendContext): Promise<object> {
  const known = media[file.type];
  if (!known) throw new SendError(deliveryTroubles.file_type, { permanent: true });
  const { kind, name, largest } = known;
  if (file.size > largest) throw new SendError(deliveryTroubles.file_size, { permanent: true });
  const body = new FormData();
  // Under a name of ours: WeChat stumbles over letters of other scripts in it.
  body.set('media', new Blob([Uint8Array.from(await file.read())], { type: file.type }), name);
  const call = { path: 'media/upload', query: { type: kind }, body };
  const { media_id } = await callWechat(context, call, uploaded);
  return {
    msgtype: kind,
    [kind]: { media_id, ...(kind === 'video' && { title: file.name, description: '' }) },
  };
}
