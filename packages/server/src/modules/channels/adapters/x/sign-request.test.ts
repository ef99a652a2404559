import { describe, expect, test } from 'vitest';
import { signRequest } from './sign-request.ts';

// https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature
const keys = {
  consumerKey: 'xvz1evFS4wEEPTGEFPHBog',
  consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
  accessToken: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
  accessTokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
};
const moment = { nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg', timestamp: 1318622958 };
const form = [['status', 'Hello Ladies + Gentlemen, a signed OAuth request!']] as const;
const example = (url: string) => ({ method: 'POST', url: new URL(url), form });
const signatureIn = (header: string) =>
  decodeURIComponent(/oauth_signature="([^"]*)"/.exec(header)?.[1] ?? '');

describe('a signature of OAuth 1.0a', () => {
  test.each([
    ['https://api.x.com/1.1/statuses/update.json?include_entities=true', 'Ls93hJiZbQ3akF3HF3x1Bz8/zU4='],
    [
      'https://api.twitter.com/1.1/statuses/update.json?include_entities=true',
      'hCtSmYh+iHYCEqBWrE7C7hYmtUk=',
    ],
    ['https://api.twitter.com/1/statuses/update.json?include_entities=true', 'tnnArxj06cWHq44gCs1OSKk/jLY='],
  ])('for %s is the one of the documentation', (url, signature) => {
    expect(signatureIn(signRequest(example(url), keys, moment))).toBe(signature);
  });

  test('stands in a header with all that it is made of', () => {
    const [url] = ['https://api.twitter.com/1/statuses/update.json?include_entities=true'];
    expect(signRequest(example(url ?? ''), keys, moment)).toBe(
      'OAuth oauth_consumer_key="xvz1evFS4wEEPTGEFPHBog", oauth_nonce="kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", oauth_signature="tnnArxj06cWHq44gCs1OSKk%2FjLY%3D", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1318622958", oauth_token="370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", oauth_version="1.0"',
    );
  });

  test.each([
    ['another method', { ...example('https://api.x.com/2/tweets'), method: 'PUT' }],
    ['another path', example('https://api.x.com/2/tweets/1')],
    ['another parameter', example('https://api.x.com/2/tweets?a=b')],
    ['another host', example('https://api.y.com/2/tweets')],
  ])('is another one for %s', (_, other) => {
    const of = (request: Parameters<typeof signRequest>[0]) =>
      signatureIn(signRequest(request, keys, moment));
    expect(of(other)).not.toBe(of(example('https://api.x.com/2/tweets')));
  });

  test('orders parameters by their encoded bytes, and knows equal names', () => {
    const at = (query: string) => signRequest(example(`https://api.x.com/2/tweets?${query}`), keys, moment);
    expect(at('b=2&a=%C3%A9&b=1&a-b=x')).toBe(at('a-b=x&b=1&b=2&a=%C3%A9'));
    expect(at("q=it's(*)!")).toBe(at('q=it%27s%28%2A%29%21'));
  });
});
