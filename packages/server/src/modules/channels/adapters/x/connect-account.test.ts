import { describe, expect, test } from 'vitest';
import { checkAccount, connectAccount } from './connect-account.ts';
import { threadOf } from './thread-of.ts';
import { type ApiAnswer, account, api, credentials, ownId } from './x.testing.ts';

const me = { body: { data: { id: ownId, name: 'HTX', username: 'htx_demo' } } };
const token = { body: { token_type: 'bearer', access_token: 'AAAA' } };
const address = { webhookUrl: 'https://support.example/api/channels/social/k/webhook', secret: 's' };
const webhook = {
  id: '1234567890',
  url: address.webhookUrl,
  valid: true,
  created_at: '2025-01-15T12:00:00.000Z',
};
const subscribed = (is: boolean) => ({ body: { data: { subscribed: is } } });
const noActivity = { body: { data: [], meta: { total_subscriptions: 0 } } };
const signal = AbortSignal.timeout(5000);
const path = '/2/account_activity/webhooks/1234567890/subscriptions/all';

async function connecting(...answers: readonly ApiAnswer[]) {
  const { ask, asked } = api(me, ...answers);
  const found = await connectAccount(credentials, address, signal, ask);
  return { found, calls: asked.map(({ method, url }) => `${method} ${url.pathname}`), asked };
}

describe('connecting an account', () => {
  test('registers the address with the app, and has it told of the account', async () => {
    const none = { body: { data: [], meta: { result_count: 0 } } };
    const { found, calls, asked } = await connecting(
      token,
      none,
      { body: { data: webhook } },
      subscribed(false),
      subscribed(true),
      token,
      noActivity,
    );
    expect(found).toEqual(account);
    expect(calls).toEqual([
      'GET /2/users/me',
      'POST /oauth2/token',
      'GET /2/webhooks',
      'POST /2/webhooks',
      `GET ${path}`,
      `POST ${path}`,
      'POST /oauth2/token',
      'GET /2/activity/subscriptions',
    ]);
    expect(asked.map(({ headers }) => headers.authorization?.split(' ')[0])).toEqual([
      'OAuth',
      'Basic',
      'Bearer',
      'Bearer',
      'OAuth',
      'OAuth',
      'Basic',
      'Bearer',
    ]);
    expect(JSON.parse(asked[3]?.text ?? '')).toEqual({ url: address.webhookUrl });
  });

  test('leaves what is there', async () => {
    const { calls } = await connecting(
      token,
      { body: { data: [webhook] } },
      subscribed(true),
      token,
      noActivity,
    );
    expect(calls.slice(2, 4)).toEqual(['GET /2/webhooks', `GET ${path}`]);
  });

  test('has an address asked anew that is no longer valid', async () => {
    const { calls } = await connecting(
      token,
      { body: { data: [{ ...webhook, valid: false }] } },
      { body: { data: { valid: true } } },
      subscribed(true),
      token,
      noActivity,
    );
    expect(calls).toContain('PUT /2/webhooks/1234567890');
  });

  test('only signs in where the inbox fetches by itself', async () => {
    const { ask, asked } = api(me);
    expect(await connectAccount({ ...credentials, receive: 'polling' }, address, signal, ask)).toEqual(
      account,
    );
    expect(asked).toHaveLength(1);
  });

  test('has the X Activity API tell of messages and mentions, as the account, where that is chosen', async () => {
    const other = { subscription_id: '7', event_type: 'dm.received', filter: { user_id: '1' } };
    const elsewhere = {
      ...other,
      subscription_id: '8',
      event_type: 'post.mention.create',
      filter: { user_id: ownId },
      webhook_id: '55',
    };
    const { ask, asked } = api(
      me,
      token,
      { body: { data: [webhook] } },
      token,
      { body: { data: [other, elsewhere], meta: { total_subscriptions: 2 } } },
      { body: { data: { subscription_id: '9' } } },
      { body: { data: { subscription_id: '8' } } },
      subscribed(false),
    );
    const given = { ...credentials, receive: 'activity' };
    expect(await connectAccount(given, address, signal, ask)).toEqual(account);
    const calls = asked.slice(4).map(({ method, url, headers, text }) => ({
      call: `${method} ${url.pathname}`,
      by: headers.authorization?.split(' ')[0],
      body: text === '' ? null : JSON.parse(text),
    }));
    expect(calls).toEqual([
      { call: 'GET /2/activity/subscriptions', by: 'Bearer', body: null },
      {
        call: 'POST /2/activity/subscriptions',
        by: 'OAuth',
        body: { event_type: 'dm.received', filter: { user_id: ownId }, webhook_id: '1234567890' },
      },
      { call: 'PUT /2/activity/subscriptions/8', by: 'OAuth', body: { webhook_id: '1234567890' } },
      { call: `GET ${path}`, by: 'OAuth', body: null },
    ]);
  });

  const activity = { ...credentials, receive: 'activity' };
  const kept = ['dm.received', 'post.mention.create'].map((event_type, index) => ({
    subscription_id: `${index + 7}`,
    event_type,
    filter: { user_id: ownId },
    webhook_id: '1234567890',
  }));
  const refusedForGood = { status: 403, body: { title: 'Forbidden', detail: 'no access', status: 403 } };

  test('ends what the Account Activity API told, once the X Activity API tells it', async () => {
    const { ask, asked } = api(
      me,
      token,
      { body: { data: [webhook] } },
      token,
      { body: { data: kept } },
      subscribed(true),
      token,
      subscribed(false),
    );
    await connectAccount(activity, address, signal, ask);
    const last = asked.at(-1);
    expect([last?.method, last?.url.pathname, last?.headers.authorization?.split(' ')[0]]).toEqual([
      'DELETE',
      `/2/account_activity/webhooks/1234567890/subscriptions/${ownId}/all`,
      'Bearer',
    ]);
  });

  test('ends what the X Activity API told that address, and back, and leaves all else', async () => {
    const others = [
      { ...kept[0], subscription_id: '20', webhook_id: '55' },
      { ...kept[1], subscription_id: '21', event_type: 'follow.followed' },
      { ...kept[0], subscription_id: '22', filter: { user_id: '1' } },
    ];
    const { asked } = await connecting(
      token,
      { body: { data: [webhook] } },
      subscribed(true),
      token,
      { body: { data: [...others, ...kept] } },
      { body: { data: { deleted: true } } },
      { body: { data: { deleted: true } } },
    );
    expect(asked.slice(6).map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'DELETE /2/activity/subscriptions/7',
      'DELETE /2/activity/subscriptions/8',
    ]);
  });

  test('has nothing to end where the app has no access to the other API', async () => {
    const { found } = await connecting(
      token,
      { body: { data: [webhook] } },
      subscribed(true),
      token,
      refusedForGood,
    );
    expect(found).toEqual(account);
    const { ask } = api(
      me,
      token,
      { body: { data: [webhook] } },
      token,
      { body: { data: kept } },
      refusedForGood,
    );
    expect(await connectAccount(activity, address, signal, ask)).toEqual(account);
  });

  test('says which subscription is left where X does not end it', async () => {
    const { ask } = api(
      me,
      token,
      { body: { data: [webhook] } },
      token,
      { body: { data: kept } },
      subscribed(true),
      token,
      refusedForGood,
    );
    await expect(connectAccount(activity, address, signal, ask)).rejects.toThrow(
      /^the former subscription could not be ended: Account Activity API, /,
    );
  });

  test('says what X refuses', async () => {
    const { ask } = api({
      status: 401,
      body: { title: 'Unauthorized', detail: 'Unauthorized', status: 401 },
    });
    await expect(checkAccount(credentials, signal, ask)).rejects.toMatchObject({ signInRefused: true });
    const other = api({ body: { data: null } });
    await expect(checkAccount(credentials, signal, other.ask)).rejects.toMatchObject({ permanent: true });
  });
});

test('the conversation of a reply is asked for', async () => {
  const message = {
    externalId: '3',
    sender: { address: 'post:1', name: null },
    threadKey: '2',
    writtenAt: null,
    text: 'x',
    attachments: [],
  };
  const { ask, asked } = api(
    { body: { data: { id: '3', text: 'x', conversation_id: '1' } } },
    { body: { data: { id: '3' } } },
  );
  expect(await threadOf(message, { credentials, signal, ask })).toBe('1');
  expect(asked[0]?.url.href).toBe('https://api.x.com/2/tweets/3?tweet.fields=conversation_id');
  expect(await threadOf(message, { credentials, signal, ask })).toBeNull();
});
