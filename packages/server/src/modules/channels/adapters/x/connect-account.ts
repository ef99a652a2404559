import { platformTroubles } from '@fairlead/contract';
import { z } from 'zod';
import { type Account, type Ask, type Credentials, SendError, type WebhookAddress } from '../../port.ts';
import { endActivity, subscribeToActivity, unlessRefused } from './subscribe-to-activity.ts';
import { appToken, type Calling, xCall } from './x-call.ts';

const me = z.object({ data: z.object({ id: z.string(), name: z.string(), username: z.string() }) });
const webhook = z.object({ id: z.string(), url: z.string(), valid: z.boolean() });
const webhooks = z.object({ data: z.array(webhook).nullish() });
const subscription = z.object({ data: z.object({ subscribed: z.boolean() }) });

/** The account that the tokens are of. Throws SendError with X's words where they are of none. */
export async function checkAccount(
  credentials: Credentials,
  signal: AbortSignal,
  ask: Ask,
): Promise<Account> {
  if (!credentials.accessToken && !credentials.userToken)
    throw new SendError(platformTroubles.enter_token, { permanent: true });
  const answer = await xCall({ method: 'GET', path: '2/users/me', signal }, { credentials, ask });
  const { id, name, username } = read(me, answer).data;
  return { id, name, handle: `@${username}`, link: `https://x.com/${username}` };
}

/**
 * Registers our address with the app, unless it is there, and has X tell it of what happens to the account: by the Account Activity API, or by the X Activity
 * API. Where an inbox fetches by itself, it only signs in.
 */
export async function connectAccount(
  credentials: Credentials,
  { webhookUrl }: WebhookAddress,
  signal: AbortSignal,
  ask: Ask,
): Promise<Account> {
  const account = await checkAccount(credentials, signal, ask);
  if (credentials.receive === 'polling') return account;
  const calling = { credentials, ask };
  const id = await registered(webhookUrl, calling, signal);
  const accountId = account.id ?? '';
  // The new one first: in between both tell, and a message is taken once.
  if (credentials.receive === 'activity') {
    await subscribeToActivity(accountId, id, calling, signal);
    await ended('Account Activity', () => endAccountActivity(accountId, id, calling, signal));
    return account;
  }
  const path = accountActivity(id);
  const known = subscription.safeParse(await xCall({ method: 'GET', path, signal }, calling));
  if (!known.data?.data.subscribed) await xCall({ method: 'POST', path, signal }, calling);
  await ended('X Activity', () => endActivity(accountId, id, calling, signal));
  return account;
}

const accountActivity = (webhookId: string) =>
  `2/account_activity/webhooks/${encodeURIComponent(webhookId)}/subscriptions/all`;

/** Ends what the Account Activity API tells a webhook of an account (https://docs.x.com/x-api/account-activity/delete-subscription), where it does. */
async function endAccountActivity(
  accountId: string,
  webhookId: string,
  calling: Calling,
  signal: AbortSignal,
): Promise<void> {
  const asked = { method: 'GET', path: accountActivity(webhookId), signal } as const;
  const known = subscription.safeParse(await unlessRefused(xCall(asked, calling)));
  if (!known.data?.data.subscribed) return;
  const bearer = await appToken(calling, signal);
  const path = `2/account_activity/webhooks/${encodeURIComponent(webhookId)}/subscriptions/${encodeURIComponent(accountId)}/all`;
  await xCall({ method: 'DELETE', path, bearer, signal }, calling);
}

/** Says which subscription is left when it cannot be ended: X would go on to tell, and to charge for, everything twice. */
async function ended(api: string, end: () => Promise<void>): Promise<void> {
  try {
    await end();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SendError(`${platformTroubles.subscription_left}: ${api} API, ${why}`, { permanent: true });
  }
}

/** The id of the webhook with our address. X asks the address while it is registered, and when one that is no longer valid is tried anew. */
async function registered(url: string, calling: Calling, signal: AbortSignal): Promise<string> {
  const bearer = await appToken(calling, signal);
  const list = read(webhooks, await xCall({ method: 'GET', path: '2/webhooks', bearer, signal }, calling));
  const found = list.data?.find((it) => it.url === url);
  if (!found) {
    const call = { method: 'POST', path: '2/webhooks', body: { url }, bearer, signal } as const;
    return read(z.object({ data: webhook }), await xCall(call, calling)).data.id;
  }
  if (!found.valid)
    await xCall(
      { method: 'PUT', path: `2/webhooks/${encodeURIComponent(found.id)}`, bearer, signal },
      calling,
    );
  return found.id;
}

function read<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new SendError(platformTroubles.unexpected_answer, { permanent: true });
}
