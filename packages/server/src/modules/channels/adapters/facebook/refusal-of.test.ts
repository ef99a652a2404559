import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SendError } from '../../port.ts';
import { connectPage } from './connect-page.ts';
import { context, graph } from './facebook.testing.ts';
import { graphCall } from './graph-call.ts';
import { readRefusal, refusalOf } from './refusal-of.ts';

const body = (code: number, error_subcode?: number) => ({
  error: { message: `(#${code}) said`, type: 'OAuthException', code, error_subcode, fbtrace_id: 'x' },
});

describe('a refusal', () => {
  test.each([
    ['the window has closed', 400, body(10, 2018278), { permanent: true }],
    ['the person is not available', 400, body(551, 1545041), { permanent: true }],
    ['nobody of that id', 400, body(100, 2018001), { permanent: true }],
    ['already answered in private', 400, body(10900), { permanent: true }],
    ['held back for breaking the rules', 400, body(368), { permanent: true }],
    ['the token has ended', 401, body(190, 463), { permanent: false, signInRefused: true, retryAfter: null }],
    ['calls of the app', 400, body(4), { permanent: false, retryAfter: 600 }],
    ['calls of a kind', 400, body(613), { permanent: false, retryAfter: 600 }],
    ['calls of Messenger', 400, body(80006), { permanent: false, retryAfter: 600 }],
    ['trouble of Facebook', 500, body(2), { permanent: false, retryAfter: null }],
    ['a temporary failure', 400, body(1200), { permanent: false, retryAfter: null }],
    ['a page of a proxy', 502, 'Bad gateway', { permanent: false, retryAfter: null }],
    ['a plain 429', 429, null, { permanent: false, retryAfter: null }],
    ['a plain 404', 404, null, { permanent: true, message: 'HTTP 404' }],
  ])('because of %s', (_, status, given, expected) => {
    expect(refusalOf(readRefusal(status, given), null)).toMatchObject(expected);
  });

  test('keeps the words of the platform, on one line', () => {
    const given = { error: { message: 'This person\nis not  available', code: 551 } };
    expect(refusalOf(readRefusal(400, given), null).message).toBe('This person is not available');
  });

  test('waits as long as the answer says', async () => {
    const { ask } = graph({ status: 429, headers: { 'retry-after': '17' }, body: body(4) });
    await expect(call(ask)).rejects.toMatchObject({ permanent: false, retryAfter: 17 });
  });

  test('may come with the status of a success', async () => {
    const { ask } = graph({ status: 200, body: body(551) });
    await expect(call(ask)).rejects.toMatchObject({ permanent: true, message: '(#551) said' });
  });

  test('is a SendError whatever was answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 400, max: 599 }), fc.jsonValue(), async (status, answer) => {
        const { ask } = graph({ status, body: answer });
        expect(await call(ask).catch((error: unknown) => error)).toBeInstanceOf(SendError);
      }),
    );
  });

  const call = (ask: ReturnType<typeof graph>['ask']) =>
    graphCall({ method: 'GET', path: 'me', signal: AbortSignal.timeout(5000) }, context(ask));
});

describe('connecting', () => {
  const connect = (ask: ReturnType<typeof graph>['ask']) =>
    connectPage({ pageToken: 't' }, AbortSignal.timeout(5000), ask);

  test('names the page and has it tell of what is written', async () => {
    const page = { id: '682498302938465', name: 'HTX', username: 'htxglobal', link: 'https://fb.com/htx' };
    const { ask, asked } = graph(
      { body: page },
      { body: { data: { is_valid: true, expires_at: 1_800_000_000 } } },
      { body: { success: true } },
    );
    expect(await connect(ask)).toEqual({
      name: 'HTX',
      handle: 'htxglobal',
      link: 'https://fb.com/htx',
      endsAt: '2027-01-15T08:00:00.000Z',
    });
    expect(
      asked.map(({ method, url }) => [method, url.pathname, url.searchParams.get('subscribed_fields')]),
    ).toEqual([
      ['GET', '/v25.0/me', null],
      ['GET', '/v25.0/debug_token', null],
      ['POST', '/v25.0/me/subscribed_apps', 'messages,message_edits,messaging_postbacks,feed'],
    ]);
  });

  test.each([
    ['never ends', { body: { data: { is_valid: true, expires_at: 0 } } }],
    ['may not be asked about', { status: 400, body: body(100) }],
  ])('a token that %s has no end', async (_, answer) => {
    const { ask } = graph({ body: { id: '1', name: 'HTX' } }, answer, { body: { success: true } });
    expect(await connect(ask)).toMatchObject({ name: 'HTX', endsAt: null });
  });

  test.each([
    ['a token that has ended', { status: 401, body: body(190, 463) }, { signInRefused: true }],
    ['a token of something that has no name', { body: { id: '1' } }, { permanent: true }],
  ])('refuses %s', async (_, answer, expected) => {
    await expect(connect(graph(answer).ask)).rejects.toMatchObject(expected);
  });
});
