import type { FetchContext } from '../../port.ts';
import { graphCall } from './graph-call.ts';

/**
 * Hides a comment: its author and their friends still see it, nobody else does (https://developers.facebook.com/docs/graph-api/reference/comment/#updating).
 * Throws SendError.
 */
export async function hideComment(
  commentId: string,
  { signal, ...calling }: Omit<FetchContext, 'maximumBytes'>,
): Promise<void> {
  const path = encodeURIComponent(commentId);
  await graphCall({ method: 'POST', path, body: { is_hidden: true }, signal }, calling);
}
