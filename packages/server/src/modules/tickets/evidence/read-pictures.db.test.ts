import { endpoints } from '@fairlead/contract';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import { at, openOn, type TicketScene, ticketScene, uploadPicture, words } from '../tickets.testing.ts';
import { readInPicture } from './read-in-picture.ts';

/** What is read in pictures. They are drawn with whatever font the machine has. */
const { chat, tickets } = endpoints;
const address = 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8';
const screen = ['Withdrawal details', 'Amount 1,250.5 USDT', `Address`, address, 'Error code 40013'];
let server: TestServer;
let scene: TicketScene;
let id: string;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'all', READ_PICTURES: 'true' });
});
beforeEach(async () => {
  scene = await ticketScene(server);
  ({ id } = await openOn(scene, { category: 'deposit_withdrawal.wrong_address' }));
});

function drawText(lines: readonly string[], ink = '#222', ground = '#fff'): Promise<Buffer> {
  const rows = lines.map((line, row) => `<text x="40" y="${(row + 1) * 90}">${line}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="${(rows.length + 1) * 90}" font-family="Liberation Sans, DejaVu Sans, sans-serif" font-size="40" fill="${ink}"><rect width="100%" height="100%" fill="${ground}"/>${rows.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
async function send(picture: Buffer): Promise<string> {
  const fileId = await uploadPicture(server, scene.customer, picture);
  const body = { ...words('See'), attachmentIds: [fileId] };
  await scene.customer.call(chat.post, { ...at(scene.conversationId), body });
  await server.settle();
  return fileId;
}
async function sendAndRead(picture: Buffer): Promise<string> {
  const fileId = await send(picture);
  await readByJob(fileId);
  return fileId;
}
const readByJob = (fileId: string) =>
  vi.waitFor(async () => expect(await reading(fileId)).toMatchObject({ reading: expect.any(String) }), {
    timeout: 100_000,
    interval: 100,
  });
const found = async (agent = scene.mei) =>
  (await agent.call(tickets.evidence, at(id))).entities.filter((it) => it.source.of === 'file');
async function reading(fileId: string): Promise<unknown> {
  const { rows } = await server.platform.database.raw(
    'select reading, entities from ticket_pictures where file_id = $1',
    [fileId],
  );
  return rows[0];
}

describe('a picture that a customer sends', { timeout: 120_000 }, () => {
  test('is read, and what it shows fills in the form', async () => {
    const fileId = await sendAndRead(await drawText(screen, '#ddd', '#16181c'));
    const entities = await found();
    expect(entities.map((it) => [it.kind, it.text, it.misread, it.source.of, it.source.id])).toEqual([
      ['address', address, false, 'file', fileId],
      ['amount', '1,250.5 USDT', false, 'file', fileId],
      ['error_code', '40013', false, 'file', fileId],
    ]);
    expect(entities[0]?.fields).toEqual({ address, network: 'tron' });
    const body = { fields: entities[0]?.fields ?? {} };
    const after = await scene.mei.call(tickets.update, { ...at(id), body });
    expect(after.fields).toMatchObject({ address, network: 'tron' });
  });

  test('is told of to those who see the thread only, and its text is not kept', async () => {
    const fileId = await sendAndRead(await drawText([...screen, 'Balance of Ann Lee']));
    expect(JSON.stringify(await reading(fileId))).not.toMatch(/Withdrawal|Ann|Balance/);
    await scene.mei.call(tickets.setFollowers, { ...at(id), body: { agentIds: [scene.kim.id] } });
    expect(await found(scene.kim)).toEqual([]);
    expect(await found()).toHaveLength(3);
  });

  test('is forgotten when it is marked as sensitive, and not read again', async () => {
    const fileId = await sendAndRead(await drawText(screen));
    expect(await found()).toHaveLength(3);
    const params = { id: scene.conversationId, fileId };
    await scene.mei.call(endpoints.files.markSensitive, { params });
    expect(await found()).toEqual([]);
    await server.settle();
    await readInPicture(server.platform, { fileId, language: 'en' }, true);
    expect(await reading(fileId)).toBeUndefined();
  });

  test('is not read where a ticket asks who somebody is', async () => {
    await scene.mei.call(tickets.update, { ...at(id), body: { category: 'verification.rejected' } });
    const fileId = await send(await drawText(screen));
    expect(await reading(fileId)).toBeUndefined();
    expect(await found()).toEqual([]);
  });

  test('is noted as unreadable when its bytes are damaged, and the next one is read', async () => {
    const picture = await drawText(screen);
    const fileId = await uploadPicture(server, scene.customer, picture);
    await server.platform.files.put(`attachments/${fileId}/original`, picture.subarray(0, 400));
    const body = { ...words('See'), attachmentIds: [fileId] };
    await scene.customer.call(chat.post, { ...at(scene.conversationId), body });
    await server.settle();
    await readByJob(fileId);
    expect(await reading(fileId)).toEqual({ reading: 'unreadable', entities: [] });
    await sendAndRead(picture);
    expect(await found()).toHaveLength(3);
  });
});
