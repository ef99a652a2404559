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
