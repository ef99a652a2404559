import { closeCodes, endpoints, livePath, serverFrame } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';
import {
  browser,
  collect,
  enableTwoFactor,
  newColleague,
  setUpInstallation,
  signInAs,
  type TestColleague,
} from './access-kit.testing.ts';
import { changeAccount } from './change-account.ts';
import { sessionEnded } from './events.ts';

const { access } = endpoints;
const tester = { type: 'system', name: 'test' } as const;
let server: TestServer;
let ada: TestColleague;
beforeAll(async () => {
  server = await createTestServer();
  ada = await setUpInstallation(server);
});

test('one sees where one is signed in, and ends a session from elsewhere', async () => {
  const mei = await newColleague(server, ada, 'list@example.com');
  const other = browser(server, await signInAs(server, mei.email));
  const { items } = await mei.call(access.listSessions);
  expect(items).toHaveLength(2);
  expect(items.find(({ current }) => !current)).toMatchObject({
    address: '127.0.0.1',
    userAgent: 'Herons/17',
  });
  const ends = await collect(server, sessionEnded);
  const id = items.find(({ current }) => !current)?.id ?? '';
  await mei.call(access.revokeSession, { params: { id } });
  expect(await other.refused(access.me)).toBe('access.not_signed_in');
  expect((await mei.call(access.listSessions)).items).toHaveLength(1);
  expect(await ends()).toMatchObject([{ subjectId: mei.id, payload: { sessionId: id, reason: 'revoked' } }]);
});

test('nobody ends the session of somebody else', async () => {
  const mei = await newColleague(server, ada, 'foreign@example.com');
  const { sessionId } = await ada.call(access.me);
  expect(await mei.refused(access.revokeSession, { params: { id: sessionId } })).toBe('request.not_found');
  await ada.call(access.me);
});

/** Opens a socket as an agent. `closed` answers the code it is closed with. */
async function openSocket(
  cookie: string,
  at: TestServer = server,
): Promise<{ closed: Promise<number>; raw: WebSocket }> {
  const raw = new WebSocket(at.url.replace('http', 'ws') + livePath, { headers: { cookie } });
  const closed = new Promise<number>((resolve) => raw.on('close', resolve));
  const welcomed = new Promise<string>((resolve) => {
    raw.on('message', (data) => resolve(serverFrame.parse(JSON.parse(String(data))).t));
  });
  raw.on('open', () => raw.send(JSON.stringify({ t: 'hello' })));
  expect(await welcomed).toBe('welcome');
  return { closed, raw };
}

describe('sockets', () => {
  test('of a session that ends are refused; those of the agent’s other sessions stay', async () => {
    const mei = await newColleague(server, ada, 'sockets@example.com');
    const other = await signInAs(server, mei.email);
    const mine = await openSocket(mei.cookie);
    const theirs = await openSocket(other);
    await browser(server, other).call(access.signOut);
    await server.platform.relay.drain();
    expect(await theirs.closed).toBe(closeCodes.refused);
    expect(mine.raw.readyState).toBe(WebSocket.OPEN);
    mine.raw.close();
    await mine.closed;
  });

  test('of an agent who is disabled are refused', async () => {
    const mei = await newColleague(server, ada, 'disabled@example.com');
    const socket = await openSocket(mei.cookie);
    await server.platform.database.write((tx) => changeAccount(tx, tester, mei.id, { disabled: true }));
    await server.platform.relay.drain();
    expect(await socket.closed).toBe(closeCodes.refused);
  });

  test('of an agent whose roles change come back with the new ones', async () => {
    const mei = await newColleague(server, ada, 'roles@example.com');
    const socket = await openSocket(mei.cookie);
    await server.platform.database.write((tx) => changeAccount(tx, tester, mei.id, { roles: ['analyst'] }));
    await server.platform.relay.drain();
    expect(await socket.closed).toBe(closeCodes.restarting);
  });

  test('come back when everybody must have a second factor', async () => {
    const own = await createTestServer();
    const admin = await setUpInstallation(own);
    const mei = await newColleague(own, admin, 'policy@example.com');
    await enableTwoFactor(own, admin);
    const socket = await openSocket(mei.cookie, own);
    await admin.call(access.setPolicy, { body: { requireTwoFactor: true } });
    await own.platform.relay.drain();
    expect(await socket.closed).toBe(closeCodes.restarting);
  });
});

describe('the last administrator', () => {
  test('stays one', async () => {
    const own = await createTestServer();
    const admin = await setUpInstallation(own);
    const change = (id: string, to: Parameters<typeof changeAccount>[3]) =>
      own.platform.database.write((tx) => changeAccount(tx, tester, id, to));
    const refusal = { code: 'access.last_administrator' };
    await expect(change(admin.id, { roles: ['agent'] })).rejects.toMatchObject(refusal);
    await expect(change(admin.id, { disabled: true })).rejects.toMatchObject(refusal);
    await change(admin.id, { roles: ['administrator', 'agent'] });

    const second = await newColleague(own, admin, 'second@example.com', ['administrator']);
    const both = await Promise.allSettled([
      change(admin.id, { roles: ['agent'] }),
      change(second.id, { disabled: true }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('cannot be somebody who has not come yet', async () => {
    const own = await createTestServer();
    const admin = await setUpInstallation(own);
    await admin.call(access.invite, {
      body: { email: 'later@example.com', name: 'Later', locale: 'en', roles: ['administrator'] },
    });
    await expect(
      own.platform.database.write((tx) => changeAccount(tx, tester, admin.id, { disabled: true })),
    ).rejects.toMatchObject({ code: 'access.last_administrator' });
  });
});

test('what ran out is removed, and sockets of sessions that ran out close', async () => {
  const mei = await newColleague(server, ada, 'purge@example.com');
  const socket = await openSocket(mei.cookie);
  const ends = await collect(server, sessionEnded);
  server.clock.advance({ hours: 12, seconds: 1 });
  await server.platform.jobs.turn('access.purge');
  expect(await ends()).toContainEqual(
    expect.objectContaining({ subjectId: mei.id, payload: expect.objectContaining({ reason: 'expired' }) }),
  );
  expect(await socket.closed).toBe(closeCodes.refused);
});
