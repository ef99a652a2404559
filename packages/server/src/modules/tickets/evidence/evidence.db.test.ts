import { endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestServer } from '../../../testing/test-server.ts';
import {
  answer,
  at,
  openOn,
  say,
  type TicketScene,
  ticketScene,
  ticketServer,
  uploadPicture,
  words,
} from '../tickets.testing.ts';

/** What is found in the words of a case. */
const { chat, conversations, tickets } = endpoints;
const txid = 'A8F5F167F44F4964E6C998DEE827110C7F1B1A3F0E6F2A9B6C1F6A0D4E2B9C73';
let server: TestServer;
let scene: TicketScene;
let id: string;

beforeAll(async () => {
  server = await ticketServer();
});
beforeEach(async () => {
  scene = await ticketScene(server);
  await say(scene, `I sent 850 XRP, the hash is ${txid}`);
  ({ id } = await openOn(scene));
});
const found = async (agent = scene.mei, ticket = id) =>
  (await agent.call(tickets.evidence, at(ticket))).entities;

describe('entities', () => {
  test('come from the subject, the thread, its notes and comments, each with where it stood first', async () => {
    await answer(scene.mei, scene.conversationId, 'Is it order 357632718898331?');
    await scene.mei.call(conversations.post, {
      ...at(scene.conversationId),
      body: { ...words('Wallet says error code 1006'), kind: 'note', seenSeq: 1000 },
    });
    await scene.bao.call(tickets.comment, {
      ...at(id),
      body: { key: 'comment-1', text: `Seen on chain: ${txid}, 1 BTC` },
    });
    const all = await found();
    expect(all.map((it) => [it.kind, it.text, it.asset, it.source.of, it.times])).toEqual([
      ['txid', txid, null, 'message', 2],
      ['amount', '850 XRP', 'XRP', 'message', 2],
      ['order_id', '357632718898331', null, 'message', 1],
      ['error_code', '1006', null, 'note', 1],
      ['amount', '1 BTC', 'BTC', 'comment', 1],
    ]);
  });

  test('are taken over into the form by what they propose', async () => {
    const [first, second] = await found();
    expect(first?.fields).toEqual({ txid });
    const fields = { ...first?.fields, ...second?.fields };
    const after = await scene.mei.call(tickets.update, { ...at(id), body: { fields } });
    expect(after.fields).toEqual({ txid, amount: '850', asset: 'XRP' });
  });

  test('of a thread are for those who see it; a ticket out of reach is not there', async () => {
    expect(await scene.kim.refused(tickets.evidence, at(id))).toBe('ticket.not_found');
    await scene.mei.call(tickets.setFollowers, { ...at(id), body: { agentIds: [scene.kim.id] } });
    const all = await found(scene.kim);
    expect(all.map((it) => [it.text, it.source.of])).toEqual([['850 XRP', 'ticket']]);
  });
});

describe('files', () => {
  test('of messages, notes and comments are listed, with who sent them and when', async () => {
    const [fromCustomer, fromMei, fromBao] = [
      await uploadPicture(server, scene.customer),
      await uploadPicture(server, scene.mei),
      await uploadPicture(server, scene.bao),
    ];
    const post = { ...at(scene.conversationId), body: { ...words('Look'), attachmentIds: [fromCustomer] } };
    await scene.customer.call(chat.post, post);
    await scene.mei.call(conversations.post, {
      ...at(scene.conversationId),
      body: { ...words('See'), attachmentIds: [fromMei], kind: 'note', seenSeq: 1000 },
    });
    const body = { key: 'comment-1', text: '', attachmentIds: [fromBao] };
    const comment = await scene.bao.call(tickets.comment, { ...at(id), body });
    expect(comment.attachments).toMatchObject([{ id: fromBao, type: 'image/png', sensitive: false }]);
    const { items } = await scene.mei.call(tickets.comments, at(id));
    expect(items.at(-1)?.attachments.map((it) => it.id)).toEqual([fromBao]);
    const { files } = await scene.mei.call(tickets.evidence, at(id));
    expect(files.map((it) => [it.attachment.id, it.of, it.author.type, it.author.name])).toEqual([
      [fromCustomer, 'message', 'customer', expect.any(String)],
      [fromMei, 'note', 'agent', 'Mei'],
      [fromBao, 'comment', 'agent', 'Bao'],
    ]);
    await scene.mei.call(tickets.setFollowers, { ...at(id), body: { agentIds: [scene.kim.id] } });
    const seen = await scene.kim.call(tickets.evidence, at(id));
    expect(seen.files.map((it) => it.attachment.id)).toEqual([fromBao]);
  });

  test('of a comment are its author’s own, and sent once', async () => {
    const file = await uploadPicture(server, scene.bao);
    const body = { key: 'comment-1', text: 'Mine', attachmentIds: [file] };
    expect(await scene.mei.refused(tickets.comment, { ...at(id), body })).toBe('file.not_found');
    const written = await scene.bao.call(tickets.comment, { ...at(id), body });
    expect((await scene.bao.call(tickets.comment, { ...at(id), body })).id).toBe(written.id);
    const other = { ...body, attachmentIds: [] };
    expect(await scene.bao.refused(tickets.comment, { ...at(id), body: other })).toBe(
      'conversation.key_reused',
    );
    const again = { ...at(id), body: { ...body, key: 'comment-2' } };
    expect(await scene.bao.refused(tickets.comment, again)).toBe('file.not_found');
    const inThread = {
      ...at(scene.conversationId),
      body: { ...words('x'), attachmentIds: [file], kind: 'text' as const, seenSeq: 1000 },
    };
    expect(await scene.bao.refused(conversations.post, inThread)).toBe('file.not_found');
    const empty = { key: 'comment-3', text: ' ', attachmentIds: [] };
    expect(await scene.bao.refused(tickets.comment, { ...at(id), body: empty })).toBe('request.invalid');
  });

  test('that a comment carries are not swept with what nobody sent', async () => {
    const [kept, left] = [await uploadPicture(server, scene.bao), await uploadPicture(server, scene.bao)];
    const body = { key: 'comment-1', text: '', attachmentIds: [kept] };
    await scene.bao.call(tickets.comment, { ...at(id), body });
    server.clock.advance({ hours: 25 });
    await server.platform.jobs.turn('conversations.sweep-files');
    // The sessions of the others ended meanwhile.
    const lead = await server.world.agent({ roles: ['team_lead'] });
    const { files } = await lead.call(tickets.evidence, at(id));
    expect(files.map((it) => it.attachment.id)).toEqual([kept]);
    expect((await fetch(server.url + files[0]?.attachment.url)).status).toBe(200);
    const { rows } = await server.platform.database.raw('select from attachments where id = $1', [left]);
    expect(rows).toEqual([]);
  });
});
