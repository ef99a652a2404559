import { describe, expect, test } from 'vitest';
import { Failure } from '../../port.ts';
import { checkAccount } from './connect-account.ts';
import { renewTokens, signInPage, tokensFor } from './sign-in-page.ts';
import { api, credentials, ownId } from './x.testing.ts';

const { accessToken: _, accessTokenSecret: __, ...pair } = credentials;
const app = { ...pair, clientId: 'M1M5R3BMVy13:1', clientSecret: 'secret/of the app' };
const signal = AbortSignal.timeout(5000);
const back = { redirectUrl: 'https://support.example/console/channels/1', code: 'c', verifier: 'v' };
const given = { body: { token_type: 'bearer', expires_in: 7200, access_token: 'u1', refresh_token: 'r1' } };

describe('signing in on the page of X', () => {
  test('begins at its address, with what proves that we come back ourselves', () => {
    const { redirectUrl } = back;
    const url = new URL(signInPage(app, { redirectUrl, state: 's', challenge: 'h' }));
    expect(url.origin + url.pathname).toBe('https://x.com/i/oauth2/authorize');
    expect(url.search).not.toContain('+');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: redirectUrl,
      scope: 'tweet.read tweet.write users.read dm.read dm.write media.write offline.access',
      state: 's',
      code_challenge: 'h',
      code_challenge_method: 'S256',
    });
    expect(url.href).not.toContain(app.clientSecret);
    expect(() => signInPage(pair, { redirectUrl, state: 's', challenge: 'h' })).toThrow(Failure);
  });

  test('gives tokens for the code, to who knows the secret and the verifier', async () => {
    const { ask, asked } = api(given);
    expect(await tokensFor(app, back, signal, ask)).toEqual({
      credentials: { userToken: 'u1', refreshToken: 'r1' },
      seconds: 7200,
    });
    expect(asked[0]?.url.href).toBe('https://api.x.com/2/oauth2/token');
    expect(atob(asked[0]?.headers.authorization?.slice('Basic '.length) ?? '')).toBe(
      'M1M5R3BMVy13%3A1:secret%2Fof%20the%20app',
    );
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.text))).toEqual({
      grant_type: 'authorization_code',
      code: 'c',
      redirect_uri: back.redirectUrl,
      code_verifier: 'v',
      client_id: app.clientId,
    });
  });

  test('is renewed with the refresh token', async () => {
    const { ask, asked } = api(given);
    await renewTokens({ ...app, refreshToken: 'r0' }, signal, ask);
    expect(asked[0]?.text).toContain('grant_type=refresh_token&refresh_token=r0');
  });

  test('needs no renewal where calls are signed, and cannot be had without the page otherwise', async () => {
    const { ask, asked } = api(given);
    expect(await renewTokens(credentials, signal, ask)).toMatchObject({ credentials: {} });
    await expect(renewTokens(app, signal, ask)).rejects.toMatchObject({ signInRefused: true });
    expect(asked).toEqual([]);
  });

  test('says what X refuses', async () => {
    const words = 'Value passed for the token was invalid.';
    const { ask } = api({ status: 400, body: { error: 'invalid_request', error_description: words } });
    await expect(tokensFor(app, back, signal, ask)).rejects.toMatchObject({
      message: words,
      signInRefused: true,
    });
    const busy = api({ status: 503, body: null });
    await expect(tokensFor(app, back, signal, busy.ask)).rejects.toMatchObject({ signInRefused: false });
  });

  test('puts the token in the place of a signature', async () => {
    const { ask, asked } = api({ body: { data: { id: ownId, name: 'HTX', username: 'htx_demo' } } });
    await checkAccount({ ...app, userToken: 'u1' }, signal, ask);
    expect(asked[0]?.headers.authorization).toBe('Bearer u1');
    await expect(checkAccount(app, signal, ask)).rejects.toMatchObject({ permanent: true });
  });
});
