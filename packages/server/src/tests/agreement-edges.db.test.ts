import { randomBytes } from 'node:crypto';
import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectLive, event, welcome } from '../testing/live-client.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { TestAgent } from '../testing/world.ts';

/** Where lists, counts and the thread must agree with each other, at the edges of an agent's reach. */
const { chat, conversations } = endpoints;
let server: TestServer;
let team: string;
let inbox: { id: string; key: string };
let mei: TestAgent;
let bao: TestAgent;
/** Of another team. */
let kim: TestAgent;
let lead: TestAgent;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
  const { world } = server;
  team = await world.team({ name: 'Deposits' });
  inbox = await world.inbox({ team });
  mei = await world.agent({ name: 'Mei', teams: [team] });
  bao = await world.agent({ name: 'Bao', teams: [team] });
  kim = await world.agent({ name: 'Kim', teams: [await world.team({ name: 'Cards' })] });
  lead = await world.agent({ name: 'Lead', roles: ['team_lead'] });
});

const text = (words: string) => ({
  key: `key-${randomBytes(8).toString('hex')}`,
  text: words,
  attachmentIds: [],
});

async function begin() {
  const customer = await server.world.customer(inbox.key);
  const { conversation } = await customer.call(chat.start, {
    body: { ...text('My deposit is missing'), topic: null, locale: 'en' },
  });
  return { params: { id: conversation.id } };
}

const note = (at: { params: { id: string } }, mentions: string[]) =>
  mei.call(conversations.post, { ...at, body: { ...text('Look'), kind: 'note', mentions, seenSeq: 1000 } });
const listed = async (agent: TestAgent, query: { view: string; limit?: number }) =>
  (await agent.call(conversations.list, { query })).items.map((it) => it.id);

describe('a mention', () => {
  test('of an agent who may not see the conversation tells them nothing of it', async () => {
    const socket = connectLive(server.url, kim);
    await socket.hear(welcome);
    const colleague = connectLive(server.url, bao);
    await colleague.hear(welcome);
    const at = await begin();
    await mei.try(conversations.post, {
      ...at,
      body: { ...text('Kim?'), kind: 'note', mentions: [kim.id], seenSeq: 1000 },
    });
    // Bao hears the later note, and Kim's socket was told what there was to tell before that.
    await note(at, [bao.id]);
    await colleague.hear(event('mentioned'));
    socket.say({ t: 'ping' });
    await socket.hear((frame) => frame.t === 'pong');
    expect(JSON.stringify(socket.heard)).not.toContain(at.params.id);
    expect((await kim.call(conversations.counts)).mentions).toBe(0);
    socket.close();
    colleague.close();
  });

  test('of somebody who does not exist, or of the same colleague twice, is no fault of the server', async () => {
    const at = await begin();
    const body = { ...text('Look'), kind: 'note' as const, seenSeq: 1000 };
    const unknown = await mei.try(conversations.post, { ...at, body: { ...body, mentions: [inbox.id] } });
    expect(unknown.status).toBeLessThan(500);
    const { message } = await note(at, [bao.id, bao.id]);
    expect(message.mentions).toEqual([bao.id]);
  });

  test('counts as long as its list shows it', async () => {
    const [kept, lost, closed] = [await begin(), await begin(), await begin()];
    const before = (await bao.call(conversations.counts)).mentions;
    for (const at of [kept, lost, closed]) await note(at, [bao.id]);
    expect((await bao.call(conversations.counts)).mentions).toBe(before + 3);
    const elsewhere = await server.world.team({ name: 'Elsewhere' });
    await mei.call(conversations.transfer, { ...lost, body: { teamId: elsewhere, note: '' } });
    await mei.call(conversations.close, { ...closed, body: { reason: 'solved' } });
    const mentions = await listed(bao, { view: 'mentions' });
    expect(mentions).toContain(kept.params.id);
    expect(mentions).not.toContain(lost.params.id);
    expect((await bao.call(conversations.counts)).mentions).toBe(before + 1);
  });
});

describe('the counts of an agent', () => {
  test.each(['Mei', 'the lead'])('are those of the lists: %s', async (who) => {
    const agent = who === 'Mei' ? mei : lead;
    const [one] = [await begin(), await begin()];
    await mei.call(conversations.take, one);
    const counts = await agent.call(conversations.counts);
    const lengths = Object.fromEntries(
      await Promise.all(
        (['mine', 'unassigned', 'all'] as const).map(async (view) => [
          view,
          (await listed(agent, { view, limit: 100 })).length,
        ]),
      ),
    );
    const { mine, unassigned, all } = counts;
    expect({ mine, unassigned, all }).toEqual(lengths);
    expect(counts.teams[team]).toBe((await listed(agent, { view: `team:${team}`, limit: 100 })).length);
    expect(counts.all).toBeGreaterThan(1);
  });
});

test.each<[string, () => Promise<{ agentId?: string; teamId?: string }>]>([
  ['the agent who holds it', async () => ({ agentId: mei.id })],
  ['the team in whose queue it waits', async () => ({ teamId: team })],
])('a note that goes with a transfer to %s is not lost', async (_, to) => {
  const at = await begin();
  const target = await to();
  if (target.agentId) await mei.call(conversations.take, at);
  await lead.call(conversations.transfer, { ...at, body: { ...target, note: 'He called twice' } });
  const { items } = await mei.call(conversations.messages, at);
  expect(items.filter((it) => it.kind === 'note').map((it) => it.text)).toEqual(['He called twice']);
});
