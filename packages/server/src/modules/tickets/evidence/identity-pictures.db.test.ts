import { randomBytes } from 'node:crypto';
import { type Attachment, endpoints } from '@fairlead/contract';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { at, openOn, ticketScene, uploadPicture, words } from '../tickets.testing.ts';

/** Pictures of identity documents in conversations that are about something else. They are drawn with whatever font the machine has. */
const { chat, conversations, files } = endpoints;
const zone = [
  'P&lt;UTOERIKSSON&lt;&lt;ANNA&lt;MARIA&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;',
  'L898902C36UTO7408122F1204159ZE184226B&lt;&lt;&lt;&lt;&lt;10',
];
const passport = [
  'PASSPORT',
  'Surname ERIKSSON',
  'Nationality UTOPIAN',
  'Date of birth 12 AUG 74',
  'Date of expiry',
  ...zone,
];
let server: TestServer;
let inbox: { key: string };
let team: string;
let plain: TestAgent;
let reviewer: TestAgent;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'all', READ_PICTURES: 'true' });
  team = await server.world.team();
  inbox = await server.world.inbox({ team });
  plain = await server.world.agent({ name: 'Bao', teams: [team] });
  reviewer = await server.world.agent({ name: 'Mei', teams: [team], roles: ['document_reviewer'] });
});

function draw(lines: readonly string[]): Promise<Buffer> {
  const rows = lines.map((line, row) => `<text x="40" y="${(row + 1) * 80}">${line}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="${(lines.length + 1) * 80}" font-family="Liberation Mono, DejaVu Sans Mono, monospace" font-size="44" fill="#222"><rect width="100%" height="100%" fill="#fff"/>${rows.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function send(text: string, picture: Buffer) {
  const customer = await server.world.customer(inbox.key);
  const fileId = await uploadPicture(server, customer, picture);
  const { conversation } = await customer.call(chat.start, {
    body: {
      key: `identity-${randomBytes(8).toString('hex')}`,
      text,
      attachmentIds: [fileId],
      topic: null,
      locale: 'en',
    },
  });
  await server.settle();
  return { id: conversation.id, fileId };
}

async function seen(id: string): Promise<Attachment | undefined> {
  const { items } = await plain.call(conversations.messages, { params: { id } });
  return items.flatMap((it) => it.attachments)[0];
}
/** Waits until it is so. */
const becomes = (id: string, sensitive: boolean) =>
  vi.waitFor(async () => expect((await seen(id))?.sensitive).toBe(sensitive), {
    timeout: 100_000,
    interval: 200,
  });
const queued = async (fileId: string) => {
  const { rows } = await server.platform.database.raw(
    `select state from pgboss.job where name = 'tickets.judge-picture' and data ->> 'fileId' = $1`,
    [fileId],
  );
  return rows as Array<{ state: string }>;
};

describe('a picture in a chat without a ticket', { timeout: 120_000 }, () => {
  test('that its sender calls their passport is closed at once, and opened with a reason only', async () => {
    const { id, fileId } = await send('Here is my passport', await draw(['a face']));
    expect(await seen(id)).toMatchObject({ sensitive: true, url: null });
    expect(await queued(fileId)).toEqual([]);
    const open = { params: { id, fileId }, body: { reason: 'verify_identity' as const } };
    expect(await plain.refused(files.openSensitive, open)).toBe('access.forbidden');
    expect(await reviewer.call(files.openSensitive, open)).toMatchObject({ url: expect.any(String) });
  });

  test('that shows a passport is closed once a machine has read it', async () => {
    const { id } = await send('see this please', await draw(passport));
    await becomes(id, true);
    expect(await seen(id)).toMatchObject({ url: null });
  });

  test('that shows nothing but the lines at the foot of one, too', async () => {
    const { id } = await send('see this please', await draw(zone));
    await becomes(id, true);
    expect(await seen(id)).toMatchObject({ url: null });
  });

  test('that shows a withdrawal stays open, and nothing is kept of what was read', async () => {
    const screen = ['Withdrawal details', 'Amount 1,250.5 USDT', 'Network TRC20', 'Error code 40013'];
    const { id, fileId } = await send('my withdrawal fails', await draw(screen));
    await vi.waitFor(async () => expect(await queued(fileId)).toMatchObject([{ state: 'completed' }]), {
      timeout: 100_000,
      interval: 200,
    });
    expect(await seen(id)).toMatchObject({ sensitive: false });
    const { rows } = await server.platform.database.raw('select 1 from ticket_pictures where file_id = $1', [
      fileId,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('a picture of a ticket', { timeout: 120_000 }, () => {
  test('that shows a passport is closed, and forgotten', async () => {
    const scene = await ticketScene(server);
    await openOn(scene, { category: 'deposit_withdrawal.wrong_address' });
    const fileId = await uploadPicture(server, scene.customer, await draw(passport));
    const body = { ...words('See'), attachmentIds: [fileId] };
    await scene.customer.call(chat.post, { ...at(scene.conversationId), body });
    await server.settle();
    const read = async () => {
      const { items } = await scene.mei.call(conversations.messages, at(scene.conversationId));
      return items.flatMap((it) => it.attachments).find((it) => it.id === fileId);
    };
    await vi.waitFor(async () => expect((await read())?.sensitive).toBe(true), {
      timeout: 100_000,
      interval: 200,
    });
    await server.settle();
    const { rows } = await server.platform.database.raw('select 1 from ticket_pictures where file_id = $1', [
      fileId,
    ]);
    expect(rows).toEqual([]);
  });
});
