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
  words,
} from '../tickets.testing.ts';

/** What is found in the words of a case. */
const { conversations, tickets } = endpoints;
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
