import { endpoints } from '@fairlead/contract';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drawScreenshot } from '../../../platform/files/screenshot.testing.ts';
import type { TestServer } from '../../../testing/test-server.ts';
import {
  at,
  openOn,
  startThread,
  type TicketScene,
  ticketScene,
  ticketServer,
  uploadPicture,
  words,
} from '../tickets.testing.ts';
import { seePicture } from './see-picture.ts';

/** Pictures that stand on more than one ticket. */
const { chat, conversations, tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;
let id: string;
/** Screens of their own for each test: the database keeps those of the others. */
let seed = 0;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = await ticketScene(server);
  ({ id } = await openOn(scene));
  seed += 2;
});

async function send(
  picture: Buffer,
  conversationId = scene.conversationId,
  customer = scene.customer,
): Promise<string> {
  const fileId = await uploadPicture(server, customer, picture);
  const body = { ...words('See'), attachmentIds: [fileId] };
  await customer.call(chat.post, { ...at(conversationId), body });
  await server.settle();
  await seePicture(server.platform, fileId);
  return fileId;
}
async function comment(ticket: string, picture: Buffer): Promise<void> {
  const fileId = await uploadPicture(server, scene.lead, picture);
  const body = { key: `comment-${fileId}`, text: '', attachmentIds: [fileId] };
  await scene.lead.call(tickets.comment, { ...at(ticket), body });
  await server.settle();
  await seePicture(server.platform, fileId);
}
/** Another customer's ticket, and its thread. */
async function another() {
  const customer = await scene.newcomer();
  const conversationId = await startThread(customer, 'Another one');
  const ticket = await scene.mei.call(tickets.create, { body: { conversationId, subject: 'Again' } });
  return { ...ticket, conversationId, customer };
}
const alsoOn = async (ticket: string, agent = scene.mei) =>
  (await agent.call(tickets.evidence, at(ticket))).files.flatMap((it) => it.alsoOn);
const smaller = (picture: Buffer) => sharp(picture).resize({ width: 720 }).jpeg({ quality: 80 }).toBuffer();
async function toOtherTeam(ticket: string, conversationId: string): Promise<void> {
  const body = { teamId: scene.other, note: '' };
  await scene.mei.call(conversations.transfer, { ...at(conversationId), body });
  await scene.lead.call(tickets.assign, { ...at(ticket), body: { to: 'team', teamId: scene.other } });
  await server.settle();
}

describe('a picture that stands on two tickets', () => {
  test('is said on each, and whose the other is; another screen is not', async () => {
    const picture = await drawScreenshot(seed);
    await send(picture);
    const other = await another();
    await send(await smaller(picture), other.conversationId, other.customer);
    await send(await drawScreenshot(seed + 1), other.conversationId, other.customer);
    const { number, subject } = await scene.mei.call(tickets.get, at(id));
    expect(await alsoOn(id)).toEqual([
      { id: other.id, number: other.number, subject: 'Again', otherCustomer: true },
    ]);
    expect(await alsoOn(other.id)).toEqual([{ id, number, subject, otherCustomer: true }]);
  });

  test('is not said to who may not see the other', async () => {
    const picture = await drawScreenshot(seed);
    await send(picture);
    const other = await another();
    await send(await smaller(picture), other.conversationId, other.customer);
    await toOtherTeam(other.id, other.conversationId);
    expect(await alsoOn(id)).toEqual([]);
    expect((await alsoOn(id, scene.lead)).map((it) => it.id)).toEqual([other.id]);
    // A follower sees the ticket and not its thread, in which the picture stands.
    await scene.lead.call(tickets.setFollowers, { ...at(other.id), body: { agentIds: [scene.mei.id] } });
    expect(await alsoOn(id)).toEqual([]);
    await comment(other.id, await smaller(picture));
    expect((await alsoOn(id)).map((it) => it.id)).toEqual([other.id]);
  });

  test('is not said of the same case', async () => {
    const picture = await drawScreenshot(seed);
    await send(picture);
    await send(await smaller(picture));
    await comment(id, picture);
    expect(await alsoOn(id)).toEqual([]);
  });

  test('is forgotten when either is marked as sensitive', async () => {
    const picture = await drawScreenshot(seed);
    const fileId = await send(picture);
    const other = await another();
    await send(await smaller(picture), other.conversationId, other.customer);
    expect(await alsoOn(other.id)).toHaveLength(1);
    const params = { id: scene.conversationId, fileId };
    await scene.mei.call(endpoints.files.markSensitive, { params });
    expect(await alsoOn(other.id)).toEqual([]);
    await server.settle();
    await seePicture(server.platform, fileId);
    const { rows } = await server.platform.database.raw('select from ticket_pictures where file_id = $1', [
      fileId,
    ]);
    expect(rows).toEqual([]);
  });

  test('is not looked at where a ticket asks who somebody is', async () => {
    await scene.mei.call(tickets.update, { ...at(id), body: { category: 'verification.rejected' } });
    const picture = await drawScreenshot(seed);
    await send(picture);
    const other = await another();
    await send(picture, other.conversationId, other.customer);
    expect(await alsoOn(other.id)).toEqual([]);
    expect(await alsoOn(id)).toEqual([]);
  });
});
