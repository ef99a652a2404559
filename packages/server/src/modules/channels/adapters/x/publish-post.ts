import { type Publication, type PublishContext, splitWeighted } from '../../port.ts';
import { maximumPostLength } from './encode-message.ts';
import { XRefusal } from './refusal-of.ts';
import { uploadMedia } from './upload-media.ts';
import { idIn, xCall } from './x-call.ts';

/** An address counts as so much, however long it is, and stands on a line of its own. */
const linkWeight = 23 + 2;
/** What says that it goes on. */
const more = '…';

/** Posts as the account: as much of the text as X counts for one post, and the link to the whole. Throws SendError. */
export async function publishPost(
  { text, link, picture }: Publication,
  context: PublishContext,
): Promise<{ externalId: string; link: string | null }> {
  const { signal } = context;
  const media = picture ? [await uploadMedia(picture, 'tweet', context, signal)] : [];
  const body = {
    text: postOf(text, link),
    ...(media.length > 0 && { media: { media_ids: media } }),
  };
  const externalId = idIn(await xCall({ method: 'POST', path: '2/tweets', body, signal }, context), 'id');
  return { externalId, link: `https://x.com/i/web/status/${encodeURIComponent(externalId)}` };
}

/** Takes a post back; one that is gone is no error. Throws SendError. */
export async function retractPost(externalId: string, context: PublishContext): Promise<void> {
  const path = `2/tweets/${encodeURIComponent(externalId)}`;
  try {
    await xCall({ method: 'DELETE', path, signal: context.signal }, context);
  } catch (error) {
    if (!(error instanceof XRefusal && error.status === 404)) throw error;
  }
}

/** Text and link as one post; what does not fit gives way to the link. */
export function postOf(text: string, link: string | null): string {
  const room = maximumPostLength - (link === null ? 0 : linkWeight);
  const [whole = '', ...rest] = splitWeighted(text, room);
  const [cut = ''] = rest.length === 0 ? [whole] : splitWeighted(text, room - more.length * 2);
  const shown = rest.length === 0 ? whole : `${cut.trimEnd()}${more}`;
  return [shown, link].filter((it) => it !== null && it !== '').join('\n\n');
}
