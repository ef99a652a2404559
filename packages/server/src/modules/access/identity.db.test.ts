import { generateKeyPairSync } from 'node:crypto';
import { closeCodes, endpoints } from '@fairlead/contract';
import { SignJWT } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../../platform/crypto/ids.ts';
import { connectLive, welcome } from '../../testing/live-client.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import { addIdentityKey, listIdentityKeys, retireIdentityKey } from './identity-keys.ts';
import { verifyIdentity } from './verify-identity.ts';

const { chat } = endpoints;
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});

type NewKey = Parameters<typeof addIdentityKey>[3];
const add = (inboxId: string, body: NewKey = { algorithm: 'HS256' }) =>
  server.platform.database.write((tx) => addIdentityKey(tx, server.platform.keys, inboxId, body));
const listOf = async (inboxId: string) =>
  (await listIdentityKeys(server.platform.database.reader(), [inboxId])).get(inboxId);
const verify = (inboxId: string, token: string, browserKey = 'browser-one') =>
  verifyIdentity(server.platform, inboxId, token, browserKey);

function sign(secret: string | null, claims: { sub?: string; minutes?: number } = {}): Promise<string> {
  const now = Math.floor(server.clock.now().getTime() / 1000);
  return new SignJWT({ name: 'Linh', jti: newId() })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(claims.sub ?? '10001')
    .setExpirationTime(now + 60 * (claims.minutes ?? 5))
    .sign(new TextEncoder().encode(secret ?? ''));
}

test('a secret is shown once, kept sealed, and its use is noted', async () => {
  const inboxId = newId();
  const { key, secret } = await add(inboxId);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(await listOf(inboxId)).toEqual([key]);
  expect(JSON.stringify(await listOf(inboxId))).not.toContain(secret);
  expect(await verify(inboxId, await sign(secret))).toMatchObject({ externalId: '10001', name: 'Linh' });
  expect((await listOf(inboxId))?.[0]?.lastUsedAt).not.toBeNull();
});

test('a public key verifies and gives no secret', async () => {
  const inboxId = newId();
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const { key, secret } = await add(inboxId, { algorithm: 'ES256', publicKey: pem });
  expect(secret).toBeNull();
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: key.id })
    .setSubject('10002')
    .setExpirationTime(Math.floor(server.clock.now().getTime() / 1000) + 60)
    .sign(privateKey);
  expect(await verify(inboxId, token)).toMatchObject({ externalId: '10002' });
});

test('a token works once, but again in the same browser until it runs out', async () => {
  const inboxId = newId();
  const { secret } = await add(inboxId);
  const token = await sign(secret);
  await verify(inboxId, token);
  await verify(inboxId, token);
  const replayed = { code: 'identity.token_replayed' };
  await expect(verify(inboxId, token, 'browser-two')).rejects.toMatchObject(replayed);
  await server.platform.jobs.turn('access.purge');
  await expect(verify(inboxId, token, 'browser-two')).rejects.toMatchObject(replayed);
  server.clock.advance({ minutes: 6 });
  await expect(verify(inboxId, token)).rejects.toMatchObject({ code: 'identity.token_expired' });
});

test('of many browsers that use one token at once, one is let in', async () => {
  const inboxId = newId();
  const { secret } = await add(inboxId);
  const token = await sign(secret);
  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, (_, index) => verify(inboxId, token, `browser-${index}`)),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a token written otherwise is still the same token', async () => {
  const inboxId = newId();
  const { secret } = await add(inboxId);
  const token = await sign(secret);
  await verify(inboxId, token);
  // 32 bytes of signature leave two unused bits in the last of 43 letters.
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const other = token.slice(0, -1) + letters[letters.indexOf(token.at(-1) ?? '') ^ 1];
  await expect(verify(inboxId, other, 'browser-two')).rejects.toMatchObject({
    code: expect.stringMatching(/^identity\.token_(replayed|invalid)$/),
  });
});

test('the key of one inbox opens no other', async () => {
  const [one, other] = [newId(), newId()];
  const { secret } = await add(one);
  await add(other);
  await expect(verify(other, await sign(secret))).rejects.toMatchObject({ code: 'identity.token_invalid' });
});

test('two keys are active; a third retires the oldest, and a retired one is refused at once', async () => {
  const inboxId = newId();
  const first = await add(inboxId);
  const second = await add(inboxId);
  await verify(inboxId, await sign(first.secret));
  server.clock.advance({ seconds: 1 });
  const third = await add(inboxId);
  await expect(verify(inboxId, await sign(first.secret))).rejects.toMatchObject({
    code: 'identity.token_invalid',
  });
  await verify(inboxId, await sign(second.secret));
  await verify(inboxId, await sign(third.secret));

  const retire = () => server.platform.database.write((tx) => retireIdentityKey(tx, inboxId, second.key.id));
  await retire();
  await expect(verify(inboxId, await sign(second.secret))).rejects.toMatchObject({
    code: 'identity.token_invalid',
  });
  expect((await listOf(inboxId))?.map(({ id }) => id)).toEqual([third.key.id]);
  await expect(retire()).rejects.toMatchObject({ code: 'request.not_found' });
});

test('a key that is retired, or replaced, takes those it vouched for along: session and sockets', async () => {
  const { world, platform } = server;
  const inbox = await world.inbox({ team: await world.team() });
  const prove = async (secret: string, sub: string) => {
    const customer = await world.customer(inbox.key, { identity: await world.identity(secret, { sub }) });
    const { browserKey, session } = customer;
    const socket = connectLive(server.url, { token: session.token, browserKey });
    await socket.hear(welcome);
    return { ...customer, socket };
  };
  const [first] = (await listOf(inbox.id)) ?? [];
  const second = await add(inbox.id);
  const early = await prove(inbox.secret, '20001');
  const late = await prove(second.secret ?? '', '20002');
  const guest = await world.customer(inbox.key);

  await platform.database.write((tx) => retireIdentityKey(tx, inbox.id, first?.id ?? ''));
  expect(await early.refused(chat.list)).toBe('identity.session_invalid');
  await platform.relay.drain();
  expect(await early.socket.closed()).toBe(closeCodes.refused);
  await late.call(chat.list);
  await guest.call(chat.list);
  // The browser that comes back with its old token is a visitor.
  const { token } = early.session;
  const back = await world.customer(inbox.key, { token, browserKey: early.browserKey });
  expect(back.session.customer.verified).toBe(false);
  expect(back.id).not.toBe(early.id);

  await add(inbox.id);
  await late.call(chat.list);
  server.clock.advance({ seconds: 1 });
  await add(inbox.id);
  expect(await late.refused(chat.list)).toBe('identity.session_invalid');
  await platform.relay.drain();
  expect(await late.socket.closed()).toBe(closeCodes.refused);
});

test('keys added at once are still at most two', async () => {
  const inboxId = newId();
  await Promise.all([add(inboxId), add(inboxId), add(inboxId), add(inboxId)]);
  expect(await listOf(inboxId)).toHaveLength(2);
});
