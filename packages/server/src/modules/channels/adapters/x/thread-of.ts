import { z } from 'zod';
import type { FetchContext, InboundMessage } from '../../port.ts';
import { xCall } from './x-call.ts';

const post = z.object({ data: z.object({ conversation_id: z.string() }) });

/** The conversation that a reply belongs to, which webhooks do not say; null where X does not tell. Throws SendError for what it refuses. */
export async function threadOf(
  { externalId }: InboundMessage,
  { credentials, signal, ask }: Omit<FetchContext, 'maximumBytes'>,
): Promise<string | null> {
  const path = `2/tweets/${encodeURIComponent(externalId)}`;
  const query = { 'tweet.fields': 'conversation_id' };
  const answer = await xCall({ method: 'GET', path, query, signal }, { credentials, ask });
  return post.safeParse(answer).data?.data.conversation_id ?? null;
}
