import { randomBytes } from 'node:crypto';
import { endpoints, type Upload, uploadChunkBytes, upload as uploadShape } from '@fairlead/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type S3Server, startS3Server } from '../platform/files/s3-server.testing.ts';
import type { TestClient } from '../testing/test-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../testing/world.ts';

/** Files, from their first chunk to the thread. Two nodes share a bucket; a chunk may go to either. */
const { files, chat, conversations } = endpoints;
const secret = { region: 'eu-central-1', accessKeyId: 'key', secretAccessKey: 'secret' };
let s3: S3Server;
let a: TestServer;
let b: TestServer;
let agent: TestAgent;
let customer: TestCustomer;
let stranger: TestCustomer;
let photo: Buffer;

beforeAll(async () => {
  s3 = await startS3Server('files', secret);
  const settings = {
    S3_BUCKET: 'files',
    S3_ENDPOINT: s3.endpoint,
    S3_REGION: secret.region,
    S3_ACCESS_KEY_ID: secret.accessKeyId,
    S3_SECRET_ACCESS_KEY: secret.secretAccessKey,
    MAXIMUM_UPLOAD_BYTES: String(6 * uploadChunkBytes),
  };
  a = await createTestServer(settings);
  b = await createTestServer(settings, a);
  const team = await a.world.team();
  const inbox = await a.world.inbox({ team });
  agent = await a.world.agent({ teams: [team] });
  customer = await a.world.customer(inbox.key);
  stranger = await a.world.customer(inbox.key);
  // Noise does not shrink, so that the file takes several chunks.
  photo = await sharp(randomBytes(1100 * 900 * 3), { raw: { width: 1100, height: 900, channels: 3 } })
    .jpeg({ quality: 100 })
    .withExif({ IFD0: { Make: 'SpyCam' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .toBuffer();
});
afterAll(() => s3.close());

const announce = (who: TestClient, bytes: Buffer, name = 'photo.jpg') =>
  who.call(files.beginUpload, { body: { name, size: bytes.length } });

/** One chunk, as bytes, to a node. */
async function put(who: TestClient, id: string, offset: number, bytes: Buffer, node = a) {
  const response = await fetch(`${node.url}/api/uploads/${id}/chunks/${offset}`, {
    method: 'PUT',
    headers: { ...who.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const body = await response.json();
  if (response.ok) return { ok: true as const, upload: uploadShape.parse(body) };
  const { error } = body as { error: { code: string; params: object } };
  return { ok: false as const, status: response.status, ...error };
}

const chunkAt = (bytes: Buffer, offset: number) => bytes.subarray(offset, offset + uploadChunkBytes);

/** Sends all of a file from where it stands, or answers the refusal. */
async function send(who: TestClient, begun: Upload, bytes: Buffer) {
  let upload = begun;
  while (!upload.attachment) {
    const answer = await put(who, upload.id, upload.offset, chunkAt(bytes, upload.offset));
    if (!answer.ok) return answer;
    upload = answer.upload;
  }
  return { ok: true as const, attachment: upload.attachment };
}

async function accepted(who: TestClient, bytes: Buffer, name?: string) {
  const sent = await send(who, await announce(who, bytes, name), bytes);
  if (!sent.ok) throw new Error(sent.code);
  return sent.attachment;
}

const square = (color: string) =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: color } })
    .png()
    .toBuffer();
const download = async (address: string, node = a) => {
  const response = await fetch(node.url + address);
  return {
    status: response.status,
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  };
};
const post = (attachmentIds: string[]) => ({
  key: `key-${randomBytes(8).toString('hex')}`,
  text: '',
  attachmentIds,
});
const begin = async (attachmentIds: string[] = []) =>
  (
    await customer.call(chat.start, {
      body: { ...post(attachmentIds), text: 'Look', topic: null, locale: 'en' },
    })
  ).conversation.id;

/** Of one node's store, a step fails on what is kept of a file; its chunks still arrive. Answers how to mend it. */
function breakStore({ platform: { files: store } }: TestServer, step: 'list' | 'read' | 'put') {
  const whole = { ...store };
  const broken = () => {
    throw new Error('the store does not answer');
  };
  if (step === 'put')
    store.put = (key, ...more) => (key.startsWith('uploads/') ? whole.put(key, ...more) : broken());
  else store[step] = broken;
  return () => void Object.assign(store, whole);
}

/** Holds up a node that reads from the store, until it is released. */
function holdReads({ platform: { files: store } }: TestServer) {
  const whole = { ...store };
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  store.read = async (...wish) => {
    reached.resolve();
    await released.promise;
    return whole.read(...wish);
  };
  const release = () => {
    Object.assign(store, whole);
    released.resolve();
  };
  return { reached: reached.promise, release };
}

describe('an upload', () => {
  test.each(['customer', 'agent'])('of a %s goes on, chunk by chunk, to either node', async (who) => {
    const owner: TestClient = who === 'agent' ? agent : customer;
    const begun = await announce(owner, photo);
    expect(begun).toMatchObject({ offset: 0, size: photo.length, attachment: null });
    const first = await put(owner, begun.id, 0, chunkAt(photo, 0), a);
    expect(first).toMatchObject({ upload: { offset: uploadChunkBytes, attachment: null } });

    // The answer was lost, and the page was loaded anew from the other node.
    const [resumed, other] = [await owner.call(files.readUpload, { params: { id: begun.id } }), b];
    expect(resumed.offset).toBe(uploadChunkBytes);
    let { offset } = resumed;
    let done: Upload = resumed;
    while (!done.attachment) {
      const answer = await put(owner, begun.id, offset, chunkAt(photo, offset), other);
      if (!answer.ok) throw new Error(answer.code);
      done = answer.upload;
      offset = done.offset;
    }
    expect(done).toMatchObject({
      offset: photo.length,
      attachment: { type: 'image/jpeg', width: 1100, height: 900 },
    });
    expect(await owner.call(files.readUpload, { params: { id: begun.id } })).toEqual(done);
    expect([...s3.objects.keys()].filter((it) => it.startsWith(`uploads/${begun.id}`))).toEqual([]);
    expect((await download(done.attachment.url ?? '', a)).status).toBe(200);
  });

  test('takes a chunk that comes twice once, also the last one, and also at the same moment', async () => {
    const begun = await announce(customer, photo);
    const first = chunkAt(photo, 0);
    const together = await Promise.all([
      put(customer, begun.id, 0, first, a),
      put(customer, begun.id, 0, first, b),
    ]);
    for (const answer of together) expect(answer).toMatchObject({ upload: { offset: uploadChunkBytes } });
    expect(await put(customer, begun.id, 0, first)).toMatchObject({ upload: { offset: uploadChunkBytes } });
    const sent = await send(customer, { ...begun, offset: uploadChunkBytes }, photo);
    const last = Math.floor(photo.length / uploadChunkBytes) * uploadChunkBytes;
    expect(sent.ok).toBe(true);
    expect(await put(customer, begun.id, last, chunkAt(photo, last), b)).toEqual({
      ok: true,
      upload: {
        id: begun.id,
        offset: photo.length,
        size: photo.length,
        attachment: sent.ok && sent.attachment,
      },
    });
  });

  test('says where to go on when a chunk is for elsewhere', async () => {
    const begun = await announce(customer, photo);
    const [ahead, across] = [uploadChunkBytes, uploadChunkBytes - 5];
    const conflict = (offset: number) => ({ status: 409, code: 'file.offset_conflict', params: { offset } });
    expect(await put(customer, begun.id, ahead, chunkAt(photo, ahead))).toMatchObject(conflict(0));
    await put(customer, begun.id, 0, chunkAt(photo, 0));
    expect(await put(customer, begun.id, across, chunkAt(photo, across))).toMatchObject(conflict(ahead));
  });

  test('refuses more than was announced, and goes on from where it was', async () => {
    const bytes = await square('red');
    const begun = await announce(customer, bytes);
    const more = Buffer.concat([bytes, Buffer.from('more')]);
    expect(await put(customer, begun.id, 0, more)).toMatchObject({ ok: false, code: 'request.invalid' });
    expect((await customer.call(files.readUpload, { params: { id: begun.id } })).offset).toBe(0);
    expect(await put(customer, begun.id, 0, bytes)).toMatchObject({
      upload: { attachment: { type: 'image/png' } },
    });
  });

  test('refuses a chunk that is too large', async () => {
    const begun = await announce(customer, photo);
    const large = photo.subarray(0, uploadChunkBytes + 1);
    expect(await put(customer, begun.id, 0, large)).toMatchObject({ ok: false, code: 'request.invalid' });
    expect((await customer.call(files.readUpload, { params: { id: begun.id } })).offset).toBe(0);
  });

  test('that would be too large is refused when it is announced', async () => {
    const answer = await customer.try(files.beginUpload, {
      body: { name: 'film.mp4', size: 6 * uploadChunkBytes + 1 },
    });
    expect(answer).toMatchObject({
      status: 413,
      error: { code: 'file.too_large', params: { limitMegabytes: 6 } },
    });
    await customer.call(files.beginUpload, { body: { name: 'film.mp4', size: 6 * uploadChunkBytes } });
  });

  test.each<[string, string, Buffer]>([
    [
      'an SVG',
      'icon.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ['a page named as a picture', 'photo.png', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program named as a picture', 'photo.png', Buffer.concat([Buffer.from('MZ'), randomBytes(300)])],
    ['text', 'notes.txt', Buffer.from('just words')],
  ])('of %s is refused, and nothing of it stays', async (_, name, bytes) => {
    const begun = await announce(customer, bytes, name);
    expect(await send(customer, begun, bytes)).toMatchObject({ status: 415, code: 'file.type_refused' });
    expect(await customer.refused(files.readUpload, { params: { id: begun.id } })).toBe('file.not_found');
    expect([...s3.objects.keys()].filter((it) => it.includes(begun.id))).toEqual([]);
  });

  test('of half an image is refused', async () => {
    const bytes = photo.subarray(0, 5000);
    const begun = await announce(customer, bytes);
    expect(await send(customer, begun, bytes)).toMatchObject({ status: 422, code: 'file.damaged' });
  });

  test.each(['list', 'read', 'put'] as const)(
    'ends accepted though the store could not %s when all was there',
    async (step) => {
      const bytes = await square('blue');
      const begun = await announce(customer, bytes);
      const mended = breakStore(a, step);
      expect(await put(customer, begun.id, 0, bytes, a)).toMatchObject({ status: 500 });
      mended();
      const retried = await put(customer, begun.id, 0, bytes, b);
      expect(retried).toMatchObject({ upload: { offset: bytes.length, attachment: { type: 'image/png' } } });
    },
  );

  test('takes its last chunk twice while it is being put together', async () => {
    const bytes = await square('white');
    const begun = await announce(customer, bytes);
    const [atA, atB] = [holdReads(a), holdReads(b)];
    const first = put(customer, begun.id, 0, bytes, a);
    await atA.reached;
    const again = put(customer, begun.id, 0, bytes, b);
    await atB.reached;
    atA.release();
    const done = await first;
    atB.release();
    expect(done).toMatchObject({ upload: { offset: bytes.length, attachment: { id: begun.id } } });
    expect(await again).toEqual(done);
    const { attachment } = await customer.call(files.readUpload, { params: { id: begun.id } });
    expect(attachment?.id).toBe(begun.id);
  });

  test('is nobody else’s to read, to go on with or to send', async () => {
    const begun = await announce(customer, photo);
    await put(customer, begun.id, 0, chunkAt(photo, 0));
    for (const other of [stranger, agent]) {
      expect(await other.refused(files.readUpload, { params: { id: begun.id } })).toBe('file.not_found');
      const chunk = chunkAt(photo, uploadChunkBytes);
      expect(await put(other, begun.id, uploadChunkBytes, chunk)).toMatchObject({ code: 'file.not_found' });
    }
    const { id } = await accepted(customer, await square('green'));
    const body = { ...post([id]), topic: null, locale: 'en' as const };
    expect(await stranger.refused(chat.start, { body })).toBe('file.not_found');
    expect((await stranger.call(chat.list)).items).toEqual([]);
    const params = { id: await begin() };
    const reply = { ...post([id]), kind: 'text' as const, seenSeq: 1000 };
    expect(await agent.refused(conversations.post, { params, body: reply })).toBe('file.not_found');
  });
});

describe('a file on its way while a visitor signs in', () => {
  async function arrival() {
    const inbox = await a.world.inbox({ team: await a.world.team() });
    const visitor = await a.world.customer(inbox.key);
    const signIn = async (sub: string) =>
      a.world.customer(inbox.key, {
        identity: await a.world.identity(inbox.secret, { sub }),
        browserKey: visitor.browserKey,
        token: visitor.session.token,
      });
    return { inbox, visitor, signIn };
  }
  const halves = (bytes: Buffer) => [bytes.subarray(0, 40), bytes.subarray(40)] as const;

  test('is finished and sent by the customer whom they turned out to be, and by nobody else', async () => {
    const { inbox, visitor, signIn } = await arrival();
    const bytes = await square('gold');
    const [first, rest] = halves(bytes);
    const { id } = await announce(visitor, bytes);
    await put(visitor, id, 0, first);
    const known = await signIn(randomBytes(6).toString('hex'));
    const other = await a.world.customer(inbox.key, {
      identity: await a.world.identity(inbox.secret, { sub: randomBytes(6).toString('hex') }),
    });

    expect(await put(visitor, id, first.length, rest)).toMatchObject({ code: 'access.not_signed_in' });
    expect(await other.refused(files.readUpload, { params: { id } })).toBe('file.not_found');
    expect(await put(other, id, first.length, rest)).toMatchObject({ code: 'file.not_found' });
    expect(await known.call(files.readUpload, { params: { id } })).toMatchObject({ offset: first.length });
    const finished = await put(known, id, first.length, rest);
    expect(finished).toMatchObject({ ok: true, upload: { attachment: { id } } });
    const body = { ...post([id]), topic: null, locale: 'en' as const };
    const { message } = await known.call(chat.start, { body });
    expect(message.attachments).toMatchObject([{ id, type: 'image/png' }]);
  });

  test('is theirs too when it is put together at that very moment', async () => {
    const { visitor, signIn } = await arrival();
    const bytes = await square('silver');
    const { id } = await announce(visitor, bytes);
    const { files: store } = a.platform;
    const whole = { ...store };
    const [reading, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    store.read = async (...wish) => {
      reading.resolve();
      await released.promise;
      return whole.read(...wish);
    };
    const sent = put(visitor, id, 0, bytes);
    await reading.promise;
    const known = await signIn(randomBytes(6).toString('hex'));
    released.resolve();
    await sent;
    Object.assign(store, whole);
    const upload = await known.call(files.readUpload, { params: { id } });
    expect(upload).toMatchObject({ attachment: { id } });
    const body = { ...post([id]), topic: null, locale: 'en' as const };
    expect((await known.call(chat.start, { body })).message.attachments).toMatchObject([{ id }]);
  });

  test('stays the visitor’s when somebody else signs in with that browser', async () => {
    const { inbox, visitor, signIn } = await arrival();
    const known = await signIn(randomBytes(6).toString('hex'));
    const bytes = await square('brown');
    const { id } = await announce(known, bytes);
    const next = await a.world.customer(inbox.key, {
      identity: await a.world.identity(inbox.secret, { sub: randomBytes(6).toString('hex') }),
      browserKey: visitor.browserKey,
      token: known.session.token,
    });
    expect(await put(next, id, 0, bytes)).toMatchObject({ code: 'file.not_found' });
    expect(await put(known, id, 0, bytes)).toMatchObject({ ok: true });
  });
});

describe('what a customer has not sent', () => {
  const newCustomer = async () => {
    const inbox = await a.world.inbox({ team: await a.world.team() });
    return a.world.customer(inbox.key);
  };
  const announceSize = (who: TestClient, size: number) =>
    who.try(files.beginUpload, { body: { name: 'film.mp4', size } });
  const refused = { status: 409, error: { code: 'file.too_many_unsent' } };

  test('may be so many bytes, on their way or accepted, also announced at once', async () => {
    const visitor = await newCustomer();
    const largest = 6 * uploadChunkBytes;
    const bytes = await square('black');
    const attachment = await accepted(visitor, bytes);
    const answers = await Promise.all(Array.from({ length: 8 }, () => announceSize(visitor, largest)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    const rest = largest - attachment.size;
    expect(await announceSize(visitor, rest + 1)).toMatchObject(refused);
    expect(await announceSize(visitor, rest)).toMatchObject({ ok: true });

    // What is sent counts no more.
    const body = { ...post([attachment.id]), topic: null, locale: 'en' as const };
    await visitor.call(chat.start, { body });
    expect(await announceSize(visitor, attachment.size)).toMatchObject({ ok: true });
    expect(await announceSize(visitor, 1)).toMatchObject(refused);
  });

  test('may be so many files, and what agents have not sent is not counted', async () => {
    const visitor = await newCustomer();
    for (let file = 0; file < 40; file++) expect(await announceSize(visitor, 1)).toMatchObject({ ok: true });
    expect(await announceSize(visitor, 1)).toMatchObject(refused);
    for (let file = 0; file < 41; file++) expect(await announceSize(agent, 1)).toMatchObject({ ok: true });
  });
});

test('of many files whose last chunk comes at once, four are put together at a time', async () => {
  const bytes = await square('orange');
  const { files: store } = a.platform;
  const whole = { ...store };
  let [reading, most] = [0, 0];
  const [four, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  store.read = async (...wish) => {
    most = Math.max(most, ++reading);
    if (reading === 4) four.resolve();
    await released.promise;
    reading--;
    return whole.read(...wish);
  };
  const uploads = await Promise.all(Array.from({ length: 9 }, () => announce(agent, bytes)));
  const answers = Promise.all(uploads.map(({ id }) => put(agent, id, 0, bytes)));
  await four.promise;
  // The others have arrived too once every chunk is noted.
  await vi.waitFor(async () => {
    const seen = await Promise.all(uploads.map(({ id }) => agent.call(files.readUpload, { params: { id } })));
    expect(seen.every(({ offset }) => offset === bytes.length)).toBe(true);
  });
  released.resolve();
  for (const answer of await answers)
    expect(answer).toMatchObject({ upload: { attachment: { type: 'image/png' } } });
  Object.assign(store, whole);
  expect(most).toBe(4);
});
