import { platformTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type Account, type Ask, type Credentials, SendError } from '../../port.ts';
import { graphCall } from './graph-call.ts';

/** What the page tells us of: messages, their changes, taps, and what happens under its posts. */
const fields = ['messages', 'message_edits', 'messaging_postbacks', 'feed'];

const page = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string().nullish(),
  link: z.string().nullish(),
});

const tokenFacts = z.object({ data: z.object({ expires_at: z.number().nullish() }) });

/**
 * When the token ends; null where it does not, or Facebook does not say: not every token may be asked about
 * (https://developers.facebook.com/docs/graph-api/reference/debug_token). The one call that names the token in its address, since there is no
 * other form of it.
 */
async function endOf(credentials: Credentials, signal: AbortSignal, ask: Ask): Promise<string | null> {
  const query = { input_token: credentials.pageToken ?? '' };
  const answer = await graphCall(
    { method: 'GET', path: 'debug_token', query, signal },
    { credentials, ask },
  ).catch(() => null);
  const seconds = tokenFacts.safeParse(answer).data?.data.expires_at;
  return seconds ? new Date(seconds * 1000).toISOString() : null;
}

/** The page that the token is of. Throws SendError with Facebook's words where it is of none. */
export async function checkPage(credentials: Credentials, signal: AbortSignal, ask: Ask): Promise<Account> {
  const query = { fields: 'id,name,username,link' };
  const answer = page.safeParse(
    await graphCall({ method: 'GET', path: 'me', query, signal }, { credentials, ask }),
  );
  if (!answer.success) throw new SendError(platformTroubles.not_a_page, { permanent: true });
  const { id, name, username, link } = answer.data;
  const endsAt = await endOf(credentials, signal, ask);
  return { name, handle: username || id, link: link ?? `https://www.facebook.com/${id}`, endsAt };
}

/**
 * Has the page tell the app of what is written to it. The webhook's address itself is entered once in the app's dashboard: there is no call
 * for it that a page's token may make.
 */
export async function connectPage(credentials: Credentials, signal: AbortSignal, ask: Ask): Promise<Account> {
  const found = await checkPage(credentials, signal, ask);
  const query = { subscribed_fields: fields.join(',') };
  await graphCall({ method: 'POST', path: 'me/subscribed_apps', query, signal }, { credentials, ask });
  return found;
}
