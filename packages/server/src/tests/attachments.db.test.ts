import { randomBytes } from 'node:crypto';
import { type Attachment, endpoints, maximumAttachments, uploadChunkBytes } from '@fairlead/contract';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestClient } from '../testing/test-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../testing/world.ts';

/** What becomes of a file that was accepted: what is kept of it, who may send it where, and how it is answered. */
const { files, chat, conversations } = endpoints;
let server: TestServer;
let team: string;
let inbox: { key: string };
let agent: TestAgent;
let customer: TestCustomer;

beforeAll(async () => {
  server = await createTestServer();
  team = await server.world.team();
  inbox = await server.world.inbox({ team });
  agent = await server.world.agent({ teams: [team] });
  customer = await server.world.customer(inbox.key);
});

/** What is not sensitive always has an address. */
type Open = Attachment & { url: string };

async function upload(who: TestClient, bytes: Buffer, name: string): Promise<Open> {
  expect(bytes.length).toBeLessThan(uploadChunkBytes);
  const { id } = await who.call(files.beginUpload, { body: { name, size: bytes.length } });
  const response = await fetch(`${server.url}/api/uploads/${id}/chunks/0`, {
    method: 'PUT',
    headers: { ...who.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const { attachment } = files.sendChunk.response.parse(await response.json());
  if (!attachment?.url) throw new Error('the file was not accepted');
  return { ...attachment, url: attachment.url };
}

const image = (width = 8, height = 8) =>
  sharp({ create: { width, height, channels: 3, background: '#284' } });
const png = async () => (await upload(customer, await image().png().toBuffer(), 'square.png')).id;
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

async function download(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(server.url + address, { headers });
  const body = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body };
}
const codeOf = ({ body }: { body: Buffer }) => JSON.parse(body.toString()).error.code as string;

const words = (attachmentIds: string[]) => ({
  key: `key-${randomBytes(8).toString('hex')}`,
  text: 'Look',
  attachmentIds,
});
/** A conversation of one's own; each customer has at most one open. */
async function begin(attachmentIds: string[] = [], who = customer) {
  const { conversation } = await who.call(chat.start, {
    body: { ...words(attachmentIds), topic: null, locale: 'en' },
  });
  return { params: { id: conversation.id } };
}

describe('a picture', () => {
  test('is kept without the place where it was taken, upright, with a preview', async () => {
    const exif = { IFD0: { Make: 'SpyCam' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };
    const taken = await image(1000, 600)
      .jpeg()
      .withExif(exif)
      .withMetadata({ orientation: 6, exif })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif?.toString('latin1')).toContain('SpyCam');

    const kept = await upload(customer, taken, 'beach.jpg');
    expect(kept).toMatchObject({ name: 'beach.jpg', type: 'image/jpeg', width: 600, height: 1000 });
    const original = await download(kept.url);
    const seen = await sharp(original.body).metadata();
    expect([seen.width, seen.height, seen.exif, seen.orientation]).toEqual([600, 1000, undefined, undefined]);
    expect(original.body.toString('latin1')).not.toMatch(/SpyCam|Exif/);
    expect(kept.size).toBe(original.body.length);

    const preview = await download(kept.previewUrl ?? '');
    expect(preview.headers.get('content-type')).toBe('image/webp');
    expect(await sharp(preview.body).metadata()).toMatchObject({ format: 'webp', width: 288, height: 480 });
  });
});

describe('an address of a file', () => {
  test('shows a picture and saves a document, and never runs either', async () => {
    const name = 'my “passport” <b>.png';
    const picture = await download((await upload(customer, await image().png().toBuffer(), name)).url);
    const document = await download((await upload(agent, pdf, 'statement.pdf')).url);
    for (const { status, headers } of [picture, document]) {
      expect(status).toBe(200);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(headers.get('cache-control')).toContain('private');
    }
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('content-disposition')).toMatch(
      /^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''my%20/,
    );
    expect(document.headers.get('content-type')).toBe('application/pdf');
    expect(document.headers.get('content-disposition')).toMatch(/^attachment; filename="statement\.pdf"/);
    expect(document.body).toEqual(pdf);
  });

  test('gives a part of a file to those who ask for one', async () => {
    const { url } = await upload(agent, pdf, 'statement.pdf');
    const part = await download(url, { range: 'bytes=1-3' });
    expect([part.status, part.body.toString()]).toEqual([206, 'PDF']);
    expect(part.headers.get('content-range')).toBe(`bytes 1-3/${pdf.length}`);
    expect((await download(url, { range: `bytes=${pdf.length}-` })).status).toBe(416);
  });

  test('is refused when anything of it was changed, and for another file', async () => {
    const [{ url }, other] = [await upload(customer, pdf, 'a.pdf'), await upload(agent, pdf, 'b.pdf')];
    const later = url.replace(/e=(\d+)/, (_, ends: string) => `e=${Number(ends) + 86_400}`);
    const signature = url.slice(-43);
    const changed = [
      later,
      url.replace(signature, signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`),
      url.slice(0, url.indexOf('&s=')),
      `/files/${other.id}${url.slice(url.indexOf('/original'))}`,
      url.replace('/original', '/preview'),
    ];
    for (const address of changed) {
      expect(address).not.toBe(url);
      const answer = await download(address);
      expect([address, answer.status, codeOf(answer)]).toEqual([address, 403, 'file.link_expired']);
    }
  });

  test('ends, and a fresh one comes with the thread', async () => {
    const { url, id } = await upload(customer, pdf, 'a.pdf');
    const { params } = await begin([id]);
    server.clock.advance({ days: 3 });
    expect(codeOf(await download(url))).toBe('file.link_expired');
    agent = await server.world.agent({ teams: [team] });
    const { items } = await customer.call(chat.messages, { params });
    const fresh = items.flatMap((it) => it.attachments).find((it) => it.id === id);
    expect((await download(fresh?.url ?? '')).status).toBe(200);
  });
});

describe('an accepted file', () => {
  test('is sent once: not again, not elsewhere', async () => {
    const who = await server.world.customer(inbox.key);
    const { id } = await upload(who, pdf, 'a.pdf');
    const first = await begin([id], who);
    const { items } = await agent.call(conversations.messages, first);
    expect(items.flatMap((it) => it.attachments).map((it) => it.id)).toEqual([id]);
    expect(await who.refused(chat.post, { ...first, body: words([id]) })).toBe('file.not_found');
    await agent.call(conversations.close, { ...first, body: { reason: 'solved' } });
    expect(await who.refused(chat.start, { body: { ...words([id]), topic: null, locale: 'en' } })).toBe(
      'file.not_found',
    );
  });

  test('goes with nine others, and not with ten', async () => {
    const ids = await Promise.all(Array.from({ length: maximumAttachments + 1 }, png));
    const { params } = await begin();
    expect(await customer.refused(chat.post, { params, body: words(ids) })).toBe('request.invalid');
    const { message } = await customer.call(chat.post, { params, body: words(ids.slice(1)) });
    expect(message.attachments.map((it) => it.id)).toEqual(ids.slice(1));
  });

  test('is still there to be sent after a message that was refused for another file', async () => {
    const [mine, theirs] = [await png(), (await upload(agent, pdf, 'theirs.pdf')).id];
    const { params } = await begin();
    expect(await customer.refused(chat.post, { params, body: words([mine, theirs]) })).toBe('file.not_found');
    const { message } = await customer.call(chat.post, { params, body: words([mine]) });
    expect(message.attachments.map((it) => it.id)).toEqual([mine]);
  });

  test('named twice in a message is shown once', async () => {
    const id = await png();
    const { params } = await begin();
    const { message } = await customer.call(chat.post, { params, body: words([id, id]) });
    expect(message.attachments.map((it) => it.id)).toEqual([id]);
  });

  test('of an agent reaches the customer, who may fetch it', async () => {
    const { id } = await upload(agent, pdf, 'form.pdf');
    const { params } = await begin();
    await agent.call(conversations.post, { params, body: { ...words([id]), kind: 'text', seenSeq: 1000 } });
    const { items } = await customer.call(chat.messages, { params, query: { limit: 200 } });
    const form = items.flatMap((it) => it.attachments).find((it) => it.id === id);
    expect((await download(form?.url ?? '')).body).toEqual(pdf);
  });
});
