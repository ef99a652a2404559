import { randomBytes } from 'node:crypto';
import { type Attachment, endpoints, type ServerFrame, type Topic } from '@fairlead/contract';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKeys } from '../platform/crypto/secrets.ts';
import { connectLive, welcome } from '../testing/live-client.ts';
import type { TestClient } from '../testing/test-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../testing/world.ts';

/** Identity documents: who sees what of them, how they are kept, and that nobody opens one unnoticed. */
const { files, chat, conversations, tickets } = endpoints;
const secret = 'the-root-secret-of-this-test-of-32-characters';
let server: TestServer;
let inbox: { key: string };
let agent: TestAgent;
/** Of the same team, without the right to open documents. */
let plain: TestAgent;
let passport: Buffer;

beforeAll(async () => {
  server = await createTestServer({ SECRET: secret });
  const team = await server.world.team();
  inbox = await server.world.inbox({ team });
  agent = await server.world.agent({ name: 'Mei', roles: ['document_reviewer'], teams: [team] });
  plain = await server.world.agent({ name: 'Bao', teams: [team] });
  const noise = { create: { width: 300, height: 200, channels: 3 as const, background: '#a52' } };
  passport = await sharp({
    ...noise,
    create: { ...noise.create, noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .png()
    .toBuffer();
});

async function upload(who: TestClient): Promise<string> {
  const { id } = await who.call(files.beginUpload, { body: { name: 'passport.png', size: passport.length } });
  await fetch(`${server.url}/api/uploads/${id}/chunks/0`, {
    method: 'PUT',
    headers: { ...who.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(passport),
  });
  return id;
}
const words = (attachmentIds: string[], text = 'Here it is') => ({
  key: `key-${randomBytes(8).toString('hex')}`,
  text,
  attachmentIds,
});

/** Fits a message's change that shows a file so: hints of other files, or of what it was before, may come late. */
const shown = (fileId: string, how: Partial<Attachment>) => (frame: ServerFrame) =>
  frame.t === 'event' &&
  frame.event.type === 'message.changed' &&
  frame.event.message.attachments.some(
    (it) =>
      it.id === fileId && Object.entries(how).every(([key, value]) => it[key as keyof Attachment] === value),
  );

interface Sent {
  customer: TestCustomer;
  conversationId: string;
  fileId: string;
}
async function send(topic: Topic | null, text?: string): Promise<Sent> {
  const customer = await server.world.customer(inbox.key);
  const fileId = await upload(customer);
  const { conversation } = await customer.call(chat.start, {
    body: { ...words([fileId], text), topic, locale: 'en' },
  });
  return { customer, conversationId: conversation.id, fileId };
}
const paramsOf = ({ conversationId, fileId }: Sent) => ({ params: { id: conversationId, fileId } });

async function seen({ conversationId, fileId }: Sent, by: TestAgent = agent): Promise<Attachment> {
  const { items } = await by.call(conversations.messages, { params: { id: conversationId } });
  const file = items.flatMap((it) => it.attachments).find((it) => it.id === fileId);
  if (!file) throw new Error('the file is not in the thread');
  return file;
}
/** Encrypted: its preview shows again, as through a veil. */
const encrypted = async (sent: Sent) => {
  await expect
    .poll(
      async () => {
        const { sensitive, previewUrl } = await seen(sent);
        return sensitive && previewUrl !== null;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
};
const sensitive = async (sent: Sent) => {
  await expect.poll(async () => (await seen(sent)).sensitive, { timeout: 20_000 }).toBe(true);
};

const fetchFile = async (address: string) => {
  const response = await fetch(server.url + address);
  return {
    status: response.status,
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  };
};
const because = { reason: 'verify_identity' as const };

/** Everything that is kept of a file. */
async function kept({ fileId }: Sent): Promise<Map<string, Buffer>> {
  const store = server.platform.files;
  const found = new Map<string, Buffer>();
  for await (const key of store.list(`attachments/${fileId}/`)) {
    const { stream } = await store.read(key);
    found.set(key, Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>)));
  }
  return found;
}

describe('a document sent in a conversation about verification', () => {
  test('is encrypted, has no address, and shows nothing that could be read', async () => {
    const sent = await send('verification');
    await encrypted(sent);
    const file = await seen(sent);
    expect(file).toMatchObject({ sensitive: true, url: null, name: 'passport.png' });
    const veil = await fetchFile(file.previewUrl ?? '');
    const { width, height } = await sharp(veil.body).metadata();
    expect(Math.max(width, height)).toBeLessThanOrEqual(12);

    await expect.poll(async () => [...(await kept(sent)).keys()].length).toBe(2);
    const original = (await fetchOpened(sent)).body;
    for (const bytes of (await kept(sent)).values()) {
      expect(bytes.includes(original.subarray(100, 164))).toBe(false);
    }
  });

  test('is opened with a reason, for five minutes, and everybody sees who did', async () => {
    const sent = await send('verification');
    await encrypted(sent);
    const opened = await fetchOpened(sent);
    expect(opened.status).toBe(200);
    expect(opened.headers.get('cache-control')).toBe('no-store');
    expect(await sharp(opened.body).metadata()).toMatchObject({ format: 'png', width: 300, height: 200 });
    const lead = await server.world.agent({ roles: ['team_lead'] });
    const { items } = await lead.call(files.listOpenings, paramsOf(sent));
    expect(items).toMatchObject([
      { agentName: 'Mei', agentId: agent.id, reason: 'verify_identity', note: '' },
    ]);

    const { url } = await agent.call(files.openSensitive, {
      ...paramsOf(sent),
      body: { reason: 'other', note: 'Asked by the customer' },
    });
    server.clock.advance({ minutes: 6 });
    expect((await fetchFile(url)).status).toBe(403);
  });

  test('stays closed without a reason, without the right, and to those who do not reach the conversation', async () => {
    const sent = await send('verification');
    await sensitive(sent);
    const at = paramsOf(sent);
    expect(await agent.refused(files.openSensitive, { ...at, body: { reason: 'other' } })).toBe(
      'request.invalid',
    );
    const analyst = await server.world.agent({ roles: ['analyst'] });
    for (const who of [analyst, plain])
      expect(await who.refused(files.openSensitive, { ...at, body: because })).toBe('access.forbidden');
    const stranger = await server.world.agent({ name: 'Eve', roles: ['document_reviewer'] });
    expect(await stranger.refused(files.openSensitive, { ...at, body: because })).toBe(
      'conversation.not_found',
    );
    const elsewhere = await send(null, 'Good morning');
    const crossed = { params: { id: elsewhere.conversationId, fileId: sent.fileId } };
    expect(await agent.refused(files.openSensitive, { ...crossed, body: because })).toBe('file.not_found');
    expect(await agent.refused(files.listOpenings, crossed)).toBe('file.not_found');
    expect((await agent.call(files.listOpenings, at)).items).toEqual([]);
  });

  test('is not given back to its customer’s browser either', async () => {
    const sent = await send('verification');
    await sensitive(sent);
    const { items } = await sent.customer.call(chat.messages, { params: { id: sent.conversationId } });
    expect(items.flatMap((it) => it.attachments)).toMatchObject([
      { id: sent.fileId, url: null, sensitive: true },
    ]);
  });
});

describe('other files', () => {
  test('become sensitive once an agent marks them: addresses given out before open nothing, colleagues see it at once', async () => {
    const sent = await send(null, 'Good morning');
    const before = await seen(sent);
    expect(before).toMatchObject({ sensitive: false });
    expect((await fetchFile(before.url ?? '')).status).toBe(200);
    const live = connectLive(server.url, agent);
    await live.hear(welcome);
    const marked = await agent.call(files.markSensitive, paramsOf(sent));
    expect(marked).toMatchObject({ sensitive: true, url: null });
    await live.hear(shown(sent.fileId, { sensitive: true, url: null }));
    expect((await fetchFile(before.url ?? '')).status).toBe(403);
    expect(await agent.call(files.markSensitive, paramsOf(sent))).toMatchObject({ sensitive: true });
    live.close();
  });

  test('of a conversation become sensitive when its ticket is about giving an account back, those of an ordinary one do not', async () => {
    const [sent, plain] = [await send(null, 'Good morning'), await send(null, 'Good evening')];
    const open = (conversationId: string, category: 'account_security.lost_2fa' | 'api.keys') =>
      agent.call(tickets.create, { body: { conversationId, subject: 'Case', category } });
    await open(plain.conversationId, 'api.keys');
    await open(sent.conversationId, 'account_security.lost_2fa');
    await sensitive(sent);
    const later = await upload(sent.customer);
    await sent.customer.call(chat.post, { params: { id: sent.conversationId }, body: words([later]) });
    await sensitive({ ...sent, fileId: later });
    expect(await seen(plain)).toMatchObject({ sensitive: false });
  });
});

describe('a mark that was set by mistake', () => {
  const why = { reason: 'shows_nobody' as const };

  test('is taken back for a reason: the file opens like any other, stays encrypted, and no rule marks it anew', async () => {
    const sent = await send('verification');
    await encrypted(sent);
    await expect.poll(async () => [...(await kept(sent)).keys()].length).toBe(2);
    const live = connectLive(server.url, plain);
    await live.hear(welcome);
    const file = await agent.call(files.unmarkSensitive, { ...paramsOf(sent), body: why });
    expect(file).toMatchObject({ sensitive: false, previewUrl: null });
    await live.hear(shown(sent.fileId, { sensitive: false }));
    live.close();
    const opened = await fetchFile((await seen(sent, plain)).url ?? '');
    expect(await sharp(opened.body).metadata()).toMatchObject({ format: 'png', width: 300, height: 200 });
    for (const bytes of (await kept(sent)).values())
      expect(bytes.includes(opened.body.subarray(100, 164))).toBe(false);
    const { rows } = await server.platform.database.raw(
      `select payload from events where type = 'file.mark_taken_back' and subject_id = $1`,
      [sent.conversationId],
    );
    expect(rows).toEqual([{ payload: { attachmentId: sent.fileId, reason: 'shows_nobody' } }]);

    await sent.customer.call(chat.post, { params: { id: sent.conversationId }, body: words([]) });
    await server.settle();
    expect(await seen(sent)).toMatchObject({ sensitive: false });
    await plain.call(files.markSensitive, paramsOf(sent));
    await encrypted(sent);
    expect((await fetchOpened(sent)).status).toBe(200);
  });

  test('is taken back by those only who may open it, once, and where it is', async () => {
    const sent = await send('verification');
    await encrypted(sent);
    const at = { ...paramsOf(sent), body: why };
    expect(await plain.refused(files.unmarkSensitive, at)).toBe('access.forbidden');
    const stranger = await server.world.agent({ roles: ['document_reviewer'] });
    expect(await stranger.refused(files.unmarkSensitive, at)).toBe('conversation.not_found');
    const other = await send(null, 'Good morning');
    const crossed = { params: { id: other.conversationId, fileId: sent.fileId }, body: why };
    expect(await agent.refused(files.unmarkSensitive, crossed)).toBe('file.not_found');
    await agent.call(files.unmarkSensitive, at);
    expect(await agent.refused(files.unmarkSensitive, at)).toBe('file.not_found');
  });
});

test('under a new root secret data keys are wrapped anew, and the files open as before', async () => {
  const sent = await send('verification');
  await encrypted(sent);
  const next = createKeys('a-new-root-secret-of-at-least-32-characters', [secret]);
  expect(next.sealedUnder).not.toBe(server.platform.keys.sealedUnder);
  const before = await dataKeyOf(sent);
  const other = await createTestServer(
    { SECRET: 'a-new-root-secret-of-at-least-32-characters', SECRET_BEFORE: secret },
    server,
  );
  await other.platform.jobs.turn('conversations.rewrap-keys');
  const after = await dataKeyOf(sent);
  expect(after).not.toBe(before);
  expect(next.open(after)).toBe(server.platform.keys.open(before));
  expect(() => server.platform.keys.open(after)).toThrow();
});

async function dataKeyOf({ fileId }: Sent): Promise<string> {
  const row = await server.platform.database
    .reader()
    .sql.selectFrom('attachments')
    .select('data_key')
    .where('id', '=', fileId)
    .executeTakeFirstOrThrow();
  return row.data_key ?? '';
}

async function fetchOpened(sent: Sent) {
  const { url } = await agent.call(files.openSensitive, { ...paramsOf(sent), body: because });
  return fetchFile(url);
}
