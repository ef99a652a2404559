import { type AgentEvent, endpoints } from '@fairlead/contract';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectLive, type LiveClient, welcome } from '../../../testing/live-client.ts';
import type { TestClient } from '../../../testing/test-client.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { findAttachment } from '../attachments/attachment-store.ts';

/** What agents are writing: kept, shared, taken over, and never overwritten by who does not know of it. */
const { chat, conversations, files } = endpoints;
let server: TestServer;
let team: string;
let inbox: { key: string };
let mei: TestAgent;
let bao: TestAgent;
let outsider: TestAgent;
let id: string;

beforeAll(async () => {
  server = await createTestServer({ ROLE: 'web' });
  team = await server.world.team();
  const elsewhere = await server.world.team({ name: 'Elsewhere' });
  inbox = await server.world.inbox({ team });
  mei = await server.world.agent({ name: 'Mei', teams: [team] });
  bao = await server.world.agent({ name: 'Bao', teams: [team] });
  outsider = await server.world.agent({ name: 'Outsider', teams: [elsewhere] });
});

beforeEach(async () => {
  const customer = await server.world.customer(inbox.key);
  const body = { key: 'start-start', text: 'Hello', attachmentIds: [], topic: null, locale: 'en' as const };
  ({
    conversation: { id },
  } = await customer.call(chat.start, { body }));
});

const words = (text: string) => ({
  text,
  mentions: [],
  quickReplies: [],
  macros: [],
  letter: null,
  seenSeq: 1,
  attachmentIds: [] as string[],
});
const at = (kind: 'text' | 'note' = 'text') => ({ id, kind });
const written = (text: string, version: number | null = null, shared = false) => ({
  params: at(),
  body: { ...words(text), version, shared },
});
const seenBy = async (agent: TestAgent) =>
  (await agent.call(conversations.listDrafts, { params: { id } })).items.map((it) => it.text);

async function upload(who: TestClient): Promise<string> {
  const bytes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const begun = await who.call(files.beginUpload, { body: { name: 'a.pdf', size: bytes.length } });
  const response = await fetch(`${server.url}/api/uploads/${begun.id}/chunks/0`, {
    method: 'PUT',
    headers: { ...who.headers, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  return files.sendChunk.response.parse(await response.json()).attachment?.id ?? '';
}

describe('a draft', () => {
  test('is kept with all that it says, and is one’s own', async () => {
    const file = await upload(mei);
    const saved = await mei.call(conversations.saveDraft, {
      params: at('note'),
      body: {
        ...words('ask @Bao'),
        mentions: [{ id: bao.id, name: 'Bao' }],
        quickReplies: ['Yes'],
        attachmentIds: [file],
        version: null,
        shared: false,
      },
    });
    expect(saved).toMatchObject({ agentId: mei.id, kind: 'note', shared: false, seenSeq: 1 });
    const { items } = await mei.call(conversations.listDrafts, { params: { id } });
    expect(items).toEqual([saved]);
    expect(items[0]?.attachments.map((it) => it.id)).toEqual([file]);
    expect(await seenBy(bao)).toEqual([]);
  });

  test('of a conversation that one may not see does not exist', async () => {
    const { version } = await mei.call(conversations.saveDraft, written('shared', null, true));
    const gone = 'conversation.not_found';
    expect(await outsider.refused(conversations.listDrafts, { params: { id } })).toBe(gone);
    expect(await outsider.refused(conversations.saveDraft, written('x'))).toBe(gone);
    const remove = { params: at(), query: { version } };
    expect(await outsider.refused(conversations.removeDraft, remove)).toBe(gone);
    const body = { agentId: mei.id, version };
    expect(await outsider.refused(conversations.takeOverDraft, { params: at(), body })).toBe(gone);
    expect(await seenBy(mei)).toEqual(['shared']);
  });

  test('is not overwritten from a screen that does not know of its last change', async () => {
    const first = await mei.call(conversations.saveDraft, written('one'));
    const second = await mei.call(conversations.saveDraft, written('two', first.version));
    expect(second.version).toBeGreaterThan(first.version);
    for (const version of [null, first.version]) {
      expect(await mei.refused(conversations.saveDraft, written('late', version))).toBe(
        'conversation.draft_changed',
      );
    }
    const remove = { params: at(), query: { version: first.version } };
    expect(await mei.refused(conversations.removeDraft, remove)).toBe('conversation.draft_changed');
    expect(await seenBy(mei)).toEqual(['two']);
  });

  test('that is removed stays so for who goes on from it, and never bears an old version again', async () => {
    const first = await mei.call(conversations.saveDraft, written('one'));
    const remove = { params: at(), query: { version: first.version } };
    await mei.call(conversations.removeDraft, remove);
    await mei.call(conversations.removeDraft, remove);
    expect(await mei.refused(conversations.saveDraft, written('late', first.version))).toBe(
      'conversation.draft_changed',
    );
    const again = await mei.call(conversations.saveDraft, written('new'));
    expect(again.version).toBeGreaterThan(first.version);
  });

  test('begun on two screens at once is one of them', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((text) => mei.try(conversations.saveDraft, written(text))),
    );
    expect(answers.filter((it) => it.ok)).toHaveLength(1);
    expect(await seenBy(mei)).toHaveLength(1);
  });
});

describe('a shared draft', () => {
  test('is seen by colleagues as it is written, until it is shared no longer', async () => {
    const first = await mei.call(conversations.saveDraft, written('one', null, true));
    expect(await seenBy(bao)).toEqual(['one']);
    const second = await mei.call(conversations.saveDraft, written('two', first.version, true));
    expect(await seenBy(bao)).toEqual(['two']);
    await mei.call(conversations.saveDraft, written('two', second.version, false));
    expect(await seenBy(bao)).toEqual([]);
  });

  test('is taken over with its files, before what one has written oneself', async () => {
    const file = await upload(mei);
    const body = { ...words('theirs'), attachmentIds: [file], version: null, shared: true };
    const { version } = await mei.call(conversations.saveDraft, { params: at(), body });
    await bao.call(conversations.saveDraft, written('own'));
    const taken = await bao.call(conversations.takeOverDraft, {
      params: at(),
      body: { agentId: mei.id, version },
    });
    expect(taken).toMatchObject({ agentId: bao.id, text: 'theirs\nown', shared: false });
    expect(await seenBy(mei)).toEqual([]);
    expect(await mei.refused(conversations.saveDraft, written('still writing', version, true))).toBe(
      'conversation.draft_changed',
    );
    // The file is sent by who has it now.
    const { message } = await bao.call(conversations.post, {
      params: { id },
      body: { key: 'taken-over-draft', kind: 'text', text: taken.text, attachmentIds: [file], seenSeq: 99 },
    });
    expect(message.attachments.map((it) => it.id)).toEqual([file]);
  });

  test('is had by one of two who take it over at once', async () => {
    const cho = await server.world.agent({ name: 'Cho', teams: [team] });
    const { version } = await mei.call(conversations.saveDraft, written('one', null, true));
    const body = { agentId: mei.id, version };
    const answers = await Promise.all(
      [bao, cho].map((agent) => agent.try(conversations.takeOverDraft, { params: at(), body })),
    );
    expect(answers.filter((it) => it.ok)).toHaveLength(1);
    expect([...(await seenBy(bao)), ...(await seenBy(cho))]).toEqual(['one']);
  });

  test.each([
    ['is not shared', false, 0, 'conversation.draft_not_found'],
    ['is another by now', true, -1, 'conversation.draft_changed'],
  ] as const)('is not taken over when it %s', async (_, shared, off, refusal) => {
    const { version } = await mei.call(conversations.saveDraft, written('one', null, shared));
    const body = { agentId: mei.id, version: version + off };
    expect(await bao.refused(conversations.takeOverDraft, { params: at(), body })).toBe(refusal);
    expect(await seenBy(mei)).toEqual(['one']);
  });
});

describe('screens hear', () => {
  type News = Extract<AgentEvent, { type: 'draft.changed' }>;
  const news = (live: LiveClient): News[] =>
    live.heard.flatMap((frame) =>
      frame.t === 'event' && frame.event.type === 'draft.changed' ? [frame.event] : [],
    );
  async function caughtUp(live: LiveClient): Promise<void> {
    live.say({ t: 'ping' });
    await live.hear((frame) => frame.t === 'pong');
  }

  test('of one’s own drafts everywhere, colleagues of shared ones only, and no word of them', async () => {
    const watchers = await Promise.all(
      [mei, bao, outsider].map(async (agent) => {
        const live = connectLive(server.url, agent);
        await live.hear(welcome);
        return live;
      }),
    );
    const own = await mei.call(conversations.saveDraft, written('secret'));
    const shared = await mei.call(conversations.saveDraft, written('secret', own.version, true));
    await mei.call(conversations.removeDraft, { params: at(), query: { version: shared.version } });
    await Promise.all(watchers.map(caughtUp));
    const versions = watchers.map((live) => news(live).map((it) => it.version));
    expect(versions).toEqual([[own.version, shared.version, null], [shared.version, null], []]);
    expect(JSON.stringify(watchers.map(news))).not.toContain('secret');
    for (const live of watchers) live.close();
  });
});

describe('as time passes', () => {
  // Who signed in before is signed out by now.
  const later = () => server.world.agent({ teams: [team] });

  test('files of a draft are kept, and those that nobody has sent are not', async () => {
    const [first, theirs] = [await later(), await upload(bao)];
    const [kept, left] = [await upload(first), await upload(first)];
    const body = (files: string[]) => ({ ...words('x'), attachmentIds: files, version: null, shared: true });
    const save = (agent: TestAgent, files: string[]) =>
      agent.try(conversations.saveDraft, { params: at(), body: body(files) });
    expect(await save(first, [theirs])).toMatchObject({ ok: false, error: { code: 'file.not_found' } });
    expect(await save(first, [kept])).toMatchObject({ ok: true });
    server.clock.advance({ hours: 25 });
    await server.platform.jobs.turn('conversations.sweep-files');
    const next = await later();
    const { items } = await next.call(conversations.listDrafts, { params: { id } });
    expect(items[0]?.attachments.map((it) => it.id)).toEqual([kept]);
    expect(await findAttachment(server.platform.database.reader(), left)).toBeUndefined();
  });

  test('a draft of which nobody has heard for two weeks is removed', async () => {
    await (await later()).call(conversations.saveDraft, written('old', null, true));
    server.clock.advance({ days: 13 });
    await server.platform.jobs.turn('conversations.sweep-drafts');
    expect(await seenBy(await later())).toEqual(['old']);
    server.clock.advance({ days: 2 });
    await server.platform.jobs.turn('conversations.sweep-drafts');
    expect(await seenBy(await later())).toEqual([]);
  });
});
