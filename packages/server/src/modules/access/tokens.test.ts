import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { newId } from '../../platform/crypto/ids.ts';
import { createKeys, hashSecret } from '../../platform/crypto/secrets.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { passwordMark, readChallenge, signChallenge } from './challenge-token.ts';
import { issueCustomerToken, readCustomerToken } from './customer-token.ts';

const ground = () => ({
  keys: createKeys('a-root-secret-for-tests-of-32-characters'),
  clock: new ManualClock(),
});
const session = {
  customerId: newId(),
  inboxId: newId(),
  keyId: newId(),
  browserKey: 'the-key-of-this-browser',
};

test('a customer token says who the customer is, in the browser it was issued to', async () => {
  const platform = ground();
  const token = await issueCustomerToken(platform, session);
  const { browserKey, ...said } = session;
  const read = await readCustomerToken(platform, token, browserKey);
  expect(read).toMatchObject({ ...said, verified: true });
  expect(Math.abs((read?.issuedAt.getTime() ?? 0) - platform.clock.now().getTime())).toBeLessThan(5_000);
  expect(await readCustomerToken(platform, token, 'the-key-of-another-browser')).toBeNull();
});

test.each([
  [true, { hours: 11, minutes: 59 }, { minutes: 2 }],
  [false, { days: 179, hours: 23 }, { hours: 2 }],
])('a customer token runs out (verified: %s)', async (verified, still, over) => {
  const platform = ground();
  const token = await issueCustomerToken(platform, { ...session, keyId: verified ? session.keyId : null });
  platform.clock.advance(still);
  expect(await readCustomerToken(platform, token, session.browserKey)).toMatchObject({ verified });
  platform.clock.advance(over);
  expect(await readCustomerToken(platform, token, session.browserKey)).toBeNull();
});

test('a token of another installation or for another purpose is none', async () => {
  const platform = ground();
  const other = { ...platform, keys: createKeys('another-root-secret-of-32-characters') };
  const foreign = await issueCustomerToken(other, session);
  const challenge = await signChallenge(platform, { id: newId(), passwordHash: 'hash' });
  const made = (claims: object, purpose: string) =>
    new SignJWT({ inbox: session.inboxId, browser: hashSecret(session.browserKey), ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(session.customerId)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(platform.keys.derive(purpose));
  const mixed = await made({ ver: true, key: session.keyId }, 'second-factor-challenge');
  const keyless = await made({ ver: true }, 'customer-token');
  for (const token of [foreign, challenge, mixed, keyless, '', 'x.y.z']) {
    expect(await readCustomerToken(platform, token, session.browserKey)).toBeNull();
  }
});

test('a challenge holds for five minutes and knows its account and password', async () => {
  const platform = ground();
  const account = { id: newId(), passwordHash: 'hash' };
  const challenge = await signChallenge(platform, account);
  platform.clock.advance({ minutes: 4, seconds: 55 });
  expect(await readChallenge(platform, challenge)).toEqual({
    accountId: account.id,
    passwordMark: passwordMark(account),
  });
  expect(passwordMark({ passwordHash: 'another' })).not.toBe(passwordMark(account));
  platform.clock.advance({ seconds: 10 });
  expect(await readChallenge(platform, challenge)).toBeNull();
  expect(await readChallenge(platform, await issueCustomerToken(platform, session))).toBeNull();
});
