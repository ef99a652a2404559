import type { FetchContext } from '../../port.ts';
import { xCall } from './x-call.ts';

/**
 * Hides a reply below a post of ours (https://docs.x.com/x-api/posts/hide-reply). X refuses it for posts that only mention us. Throws
 * SendError.
 */
export async function hideReply(
  postId: string,
  { signal, ...calling }: Omit<FetchContext, 'maximumBytes'>,
): Promise<void> {
  const path = `2/tweets/${encodeURIComponent(postId)}/hidden`;
  await xCall({ method: 'PUT', path, body: { hidden: true }, signal }, calling);
}
