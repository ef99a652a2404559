import { expect, test } from 'vitest';
import { nobody } from '../actor.ts';
import { createRequestLimits } from './request-limits.ts';

test('callers nobody knows are limited by address, of which an IPv6 subscriber has one', async () => {
  const limit = createRequestLimits();
  for (let host = 0; host < 60; host++) await limit(nobody, `2001:db8::${host.toString(16)}`, true);
  await expect(limit(nobody, '2001:db8::ffff', true)).rejects.toMatchObject({ code: 'request.rate_limited' });
  await limit(nobody, '2001:db8:0:1::1', true);
  await limit(nobody, '2001:db8::ffff', false);
});

test('an API token is limited by itself, reading and writing, and its agent goes on', async () => {
  const limit = createRequestLimits();
  const agent = {
    type: 'agent',
    id: 'noor',
    roles: [],
    permissions: new Set<never>(),
    sessionId: 'one',
    mustSetUpTwoFactor: false,
  } as const;
  for (let time = 0; time < 600; time++) await limit({ ...agent, byToken: true }, '', false);
  await expect(limit({ ...agent, byToken: true }, '', false)).rejects.toMatchObject({
    code: 'request.rate_limited',
  });
  await limit({ ...agent, sessionId: 'two', byToken: true }, '', false);
  await limit(agent, '', false);
});
