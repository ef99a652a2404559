import { platformTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type Publication, type PublishContext, SendError } from '../../port.ts';
import { graphCall, refusalIn } from './graph-call.ts';
import { uploadPhoto } from './send-part.ts';

/** UTF-16 units of a post of a page. */
export const longestPost = 63_206;
/** "Unsupported request: object does not exist": it was taken away at Facebook. */
const gone = 33;

/** Posts as the page (https://developers.facebook.com/docs/pages-api/posts). Throws SendError. */
export async function publishPost(
  post: Publication,
  context: PublishContext,
): Promise<{ externalId: string; link: string | null }> {
  const { text, link, picture } = post;
  const body = picture
    ? { message: withLink(post), attached_media: [{ media_fbid: await uploadPhoto(picture, context) }] }
    : { message: text, ...(link !== null && { link }) };
  const call = { method: 'POST', path: 'me/feed', body, signal: context.signal } as const;
  const id = z.object({ id: z.string().min(1) }).safeParse(await graphCall(call, context)).data?.id;
  // It was taken, and has no name that we know: posting it again would double it.
  if (id === undefined) throw new SendError(`${platformTroubles.unexpected_answer}: id`, { permanent: true });
  return { externalId: id, link: `https://www.facebook.com/${encodeURIComponent(id)}` };
}

/** Changes what a post says; the link that it was posted with stays. Throws SendError. */
export async function revisePost(
  externalId: string,
  post: Publication,
  context: PublishContext,
): Promise<void> {
  const path = encodeURIComponent(externalId);
  await graphCall(
    {
      method: 'POST',
      path,
      body: { message: post.picture ? withLink(post) : post.text },
      signal: context.signal,
    },
    context,
  );
}

/** A post with a picture shows no card of its link. */
const withLink = ({ text, link }: Publication): string => (link === null ? text : `${text}\n\n${link}`);

/** Takes a post back. Throws SendError. */
export async function retractPost(externalId: string, context: PublishContext): Promise<void> {
  const path = encodeURIComponent(externalId);
  try {
    await graphCall({ method: 'DELETE', path, signal: context.signal }, context);
  } catch (error) {
    if (refusalIn(error)?.subcode !== gone) throw error;
  }
}
