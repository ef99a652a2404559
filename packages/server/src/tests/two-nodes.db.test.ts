import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { closeCodes, endpoints } from '@fairlead/contract';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { makeArticle, makeCategory } from '../modules/helpcenter/helpcenter.testing.ts';
import { afterFile } from '../testing/after-file.ts';
import { connectLive, event, welcome } from '../testing/live-client.ts';
import { createTestClient } from '../testing/test-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

/** Two web nodes, a worker, one database and one NATS, which the first node and the worker reach by a link that can be cut. */
let nats: ChildProcess;
let port: number;
let link: Link;
let a: TestServer;
let b: TestServer;
let worker: TestServer;

beforeAll(async () => {
  // Behind the servers that are made below.
  afterFile(async () => {
    link.close();
    nats.kill();
  });
  port = await freePort();
  nats = await startNats();
  link = await layLink(port);
  const settings = { NATS_URL: `nats://127.0.0.1:${port}`, ROLE: 'web' };
  const linked = { ...settings, NATS_URL: `nats://127.0.0.1:${link.port}` };
  a = await createTestServer(linked);
  b = await createTestServer(settings, a);
  worker = await createTestServer({ ...linked, ROLE: 'worker' }, a);
  await Promise.all([a, b, worker].map(connected));
});
// The next test's hints must not be lost with a link that is being laid anew.
afterEach(async () => {
  link.restore();
  await Promise.all([a, b, worker].map(connected));
});

test('an article published on one node is read and found on another within moments', async () => {
  const editor = await a.world.agent({ name: 'Ines', roles: ['knowledge_editor'] });
  const category = await makeCategory(editor);
  const search = () => b.nobody.call(endpoints.help.search, { query: { text: 'narwhal', locale: 'en' } });
  expect((await search()).items).toEqual([]);
  const { slug } = await makeArticle(editor, category.id, { title: 'A narwhal', published: true });
  // The worker hands the fact on, and NATS the hint: no node has to look by itself, which it does every 30 seconds only.
  await expect.poll(async () => (await search()).items, { timeout: 8000 }).toMatchObject([{ slug }]);
  const page = await fetch(`${b.url}/help/en/${category.slug}/${slug}`);
  expect(await page.text()).toContain('A narwhal');
});

test('a message sent on one node reaches a socket on another; without NATS hints are late and nothing is lost', async () => {
  const team = await a.world.team();
  const inbox = await a.world.inbox({ team });
  const mei = await a.world.agent({ name: 'Mei', teams: [team] });
  const customer = await a.world.customer(inbox.key);
  const { conversation } = await customer.call(endpoints.chat.start, {
    body: { key: 'start-start', text: 'hello', attachmentIds: [], topic: null, locale: 'en' },
  });
  const onB = connectLive(b.url, mei);
  await onB.hear(welcome);
  const say = (key: string, text: string) =>
    customer.call(endpoints.chat.post, {
      params: { id: conversation.id },
      body: { key, text, attachmentIds: [] },
    });

  await say('first-first', 'through NATS');
  expect(await onB.hear((frame) => heard(frame, 'through NATS'))).toMatchObject({ t: 'event' });

  nats.kill('SIGKILL');
  await once(nats, 'exit');
  await until(() => !b.platform.bus.connected());
  await say('second-second', 'without NATS');
  // The node tells its clients that they may have missed something, and fetching shows that nothing was lost.
  await onB.hear((frame) => frame.t === 'resync');
  const missed = await mei.call(endpoints.conversations.messages, { params: { id: conversation.id } });
  expect(missed.items.map((it) => it.text).filter(Boolean)).toEqual([
    'hello',
    'through NATS',
    'without NATS',
  ]);

  nats = await startNats();
  await Promise.all([a, b].map(connected));
  await say('third-third', 'NATS is back');
  await onB.hear((frame) => heard(frame, 'NATS is back'));
  onB.close();
}, 60_000);

test('when one node alone was cut off, clients of the others are told what its hints could not tell them', async () => {
  const team = await a.world.team();
  const inbox = await a.world.inbox({ team });
  const mei = await a.world.agent({ name: 'Mei', teams: [team] });
  const customer = await a.world.customer(inbox.key);
  const { conversation } = await customer.call(endpoints.chat.start, {
    body: { key: 'start-start', text: 'hello', attachmentIds: [], topic: null, locale: 'en' },
  });
  const onB = connectLive(b.url, mei);
  await onB.hear(welcome);

  await cutOff();
  await customer.call(endpoints.chat.post, {
    params: { id: conversation.id },
    body: { key: 'cut-off-cut', text: 'from the node that was cut off', attachmentIds: [] },
  });
  expect(b.platform.bus.connected()).toBe(true);
  const before = onB.heard.length;
  link.restore();
  await onB.hear((frame) => frame.t === 'resync' && onB.heard.indexOf(frame) >= before);
  const { items } = await mei.call(endpoints.conversations.messages, { params: { id: conversation.id } });
  expect(items.map((it) => it.text)).toContain('from the node that was cut off');
  onB.close();
}, 30_000);

test('a session that was ended on a node that was cut off has its sockets on other nodes closed', async () => {
  const lost = await a.world.agent({ name: 'Lost' });
  const onB = connectLive(b.url, lost);
  await onB.hear(welcome);
  await cutOff();
  const onA = createTestClient(a.url, lost.headers);
  await onA.call(endpoints.access.signOut);
  await worker.settle();
  link.restore();
  expect(await onB.closed()).toBe(closeCodes.refused);
}, 30_000);

test('a visitor who was merged on a node that was cut off has their sockets on other nodes closed', async () => {
  const inbox = await a.world.inbox({ team: await a.world.team() });
  const visitor = await a.world.customer(inbox.key);
  const { browserKey, session } = visitor;
  const onB = connectLive(b.url, { token: session.token, browserKey });
  await onB.hear(welcome);
  await cutOff();
  const identity = await a.world.identity(inbox.secret, { sub: 'merged-while-cut-off' });
  await a.world.customer(inbox.key, { identity, browserKey, token: session.token });
  await worker.settle();
  link.restore();
  expect(await onB.closed()).toBe(closeCodes.refused);
}, 30_000);

test('the worker does what the web nodes leave: a queued conversation is routed to an agent of another node', async () => {
  const team = await a.world.team({ name: 'Routed' });
  const inbox = await a.world.inbox({ team });
  const bao = await b.world.agent({ name: 'Bao', teams: [team], languages: ['vi'] });
  const socket = connectLive(b.url, bao);
  await socket.hear(welcome);
  await bao.call(endpoints.people.setPresence, { body: { presence: 'online' } });
  const customer = await a.world.customer(inbox.key, { locale: 'vi' });
  const { conversation } = await customer.call(endpoints.chat.start, {
    body: {
      key: 'start-start',
      text: 'Tôi chưa nhận được tiền nạp',
      attachmentIds: [],
      topic: null,
      locale: 'vi',
    },
  });
  const offered = await socket.hear(
    (frame) =>
      event('conversation.changed')(frame) &&
      frame.event.type === 'conversation.changed' &&
      frame.event.conversation.id === conversation.id &&
      'assigneeId' in frame.event.conversation &&
      frame.event.conversation.assigneeId === bao.id,
  );
  expect(offered).toMatchObject({ event: { conversation: { state: 'assigned', accepted: false } } });
  socket.close();
});

test('a node that is cut off from NATS stops all the same', async () => {
  const c = await createTestServer({ NATS_URL: `nats://127.0.0.1:${link.port}`, ROLE: 'web' }, a);
  await connected(c);
  link.cut();
  await until(() => !c.platform.bus.connected());
  await c.stop();
  expect(await c.platform.database.ping()).toBe(false);
});

function heard(frame: unknown, text: string): boolean {
  return JSON.stringify(frame).includes(`"text":"${text}"`);
}

async function startNats(): Promise<ChildProcess> {
  try {
    execFileSync('nats-server', ['--version']);
  } catch {
    throw new Error(
      'nats-server was not found. Debian: apt-get install nats-server; macOS: brew install nats-server',
    );
  }
  const child = spawn('nats-server', ['--addr', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' });
  await until(() => answers(port));
  return child;
}

/** A way to NATS. */
interface Link {
  readonly port: number;
  cut(): void;
  restore(): void;
  close(): void;
}

async function layLink(to: number): Promise<Link> {
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  const at = await freePort();
  await once(server.listen(at, '127.0.0.1'), 'listening');
  const cut = () => {
    whole = false;
    for (const socket of open) socket.destroy();
  };
  return {
    port: at,
    cut,
    restore() {
      whole = true;
    },
    close() {
      cut();
      server.close();
    },
  };
}

/** Leaves the second node alone with NATS. */
async function cutOff(): Promise<void> {
  await Promise.all([a, worker].map(connected));
  link.cut();
  await Promise.all([a, worker].map((node) => until(() => !node.platform.bus.connected())));
}

const connected = (node: TestServer) => until(() => node.platform.bus.connected());

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function answers(at: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(at, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
