import { randomUUID } from 'node:crypto';
import {
  type Category,
  type ClusterState,
  endpoints,
  type Locale,
  type UtteranceState,
} from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDemoArticles } from '../../../demo/demo-articles.ts';
import { system } from '../../../platform/actor.ts';
import { announce } from '../../../platform/events/event.ts';
import { writeSetting } from '../../../platform/setting-store.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import type { TestAgent } from '../../../testing/world.ts';
import { ticketChanged } from '../../tickets/index.ts';
import { uploadPicture } from '../../tickets/tickets.testing.ts';
import { nightlyKey } from '../results/nightly.ts';

const { assistant, articles, chat, help, tickets } = endpoints;
let server: TestServer;
let inbox: { key: string };
let lead: TestAgent;
let editor: TestAgent;
let mei: TestAgent;
let stranger: TestAgent;

beforeAll(async () => {
  server = await createTestServer();
  const { world, platform } = server;
  const team = await world.team();
  lead = await world.agent({ name: 'Lead', teams: [team], roles: ['agent', 'team_lead'] });
  editor = await world.agent({ name: 'Edith', roles: ['knowledge_editor'] });
  mei = await world.agent({ name: 'Mei', teams: [team] });
  stranger = await world.agent({ name: 'Sten', teams: [await world.team({ name: 'Elsewhere' })] });
  inbox = await world.inbox({ team, assistant: true });
  await platform.database.write(writeDemoArticles);
});

/** A visitor who says these one after the other. Answers the conversation. */
async function asks(locale: 'en' | 'zh-CN' | 'vi' | 'ja', ...texts: string[]): Promise<string> {
  const customer = await server.world.customer(inbox.key, { locale });
  let id: string | undefined;
  for (const text of texts) {
    const body = { key: randomUUID(), text, attachmentIds: [] };
    const { conversation } = id
      ? await customer.call(chat.post, { params: { id }, body })
      : await customer.call(chat.start, { body: { ...body, topic: null, locale } });
    id = conversation.id;
    await server.settle();
  }
  return id ?? '';
}

const clusters = async (state: ClusterState = 'open', locale: Locale = 'en') =>
  (await editor.call(assistant.listClusters, { query: { locale, state } })).items;
/** Lets an hour pass, and says that nights are where it is after three o'clock then. */
async function toNight() {
  server.clock.advance({ hours: 1 });
  const ahead = ((3 - server.clock.now().getUTCHours() + 36) % 24) - 12;
  // Such zones are named by how far they are behind.
  const timeZone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  await server.platform.database.write((tx) => writeSetting(tx, nightlyKey, { on: false, timeZone }));
}
const gather = async () => (await lead.call(assistant.gatherQuestions)).added;

describe('what was not answered well', () => {
  test('is gathered once, without what names somebody, and put together across languages', async () => {
    expect(await clusters()).toEqual([]);
    await asks('en', 'How can I cancel a withdrawal that I submitted?', 'That did not help');
    await asks('zh-CN', '怎么取消已经提交的提币', '没有帮助');
    await asks('ja', '出金の申請を取り消したい。メールはjane@example.comです', '役に立たなかった');
    await asks('en', 'What will the weather be in Paris tomorrow?');
    expect(await gather()).toBe(4);
    expect(await gather()).toBe(0);
    const found = await clusters();
    expect(found).toHaveLength(2);
    const [cancel, weather] = found;
    expect(cancel).toMatchObject({
      intent: 'withdrawal.cancel',
      questions: 3,
      lately: 3,
      before: 0,
      causes: [{ cause: 'disliked', questions: 3 }],
      sample: { locale: 'en', text: 'How can I cancel a withdrawal that I submitted?' },
      articleId: null,
    });
    expect(cancel?.languages.map((it) => it.locale).toSorted()).toEqual(['en', 'ja', 'zh-CN']);
    expect(weather).toMatchObject({ intent: null, causes: [{ cause: 'out_of_scope', questions: 1 }] });
    const query = { locale: 'ja' as const };
    const whole = await editor.call(assistant.readCluster, { params: { id: cancel?.id ?? '' }, query });
    expect(whole.items).toHaveLength(3);
    expect(JSON.stringify(whole.items)).not.toContain('jane');
    expect(whole.sample.locale).toBe('ja');
    expect(whole.nearest.length).toBeGreaterThan(0);
  });

  test('a search that found nothing is one more', async () => {
    const words = 'zzqxv kkwpt';
    await server.nobody.call(help.search, {
      query: { text: words, locale: 'en', place: 'pages', final: 'true' },
    });
    expect(await gather()).toBe(1);
    const found = (await clusters()).find((it) => it.sample.text.includes('zzqxv'));
    expect(found?.causes).toEqual([{ cause: 'no_result', questions: 1 }]);
  });

  test('a cluster keeps who it is and how far the work is when it grows', async () => {
    const cancel = (await clusters()).find((it) => it.intent === 'withdrawal.cancel');
    const params = { id: cancel?.id ?? '' };
    expect(await editor.refused(assistant.setClusterState, { params, body: { state: 'done' } })).toBe(
      'access.forbidden',
    );
    await lead.call(assistant.setClusterState, { params, body: { state: 'in_work' } });
    expect((await clusters()).map((it) => it.id)).not.toContain(cancel?.id);
    await asks('vi', 'làm sao để hủy lệnh rút tiền đã gửi', 'không giúp được gì');
    await gather();
    expect(await clusters('in_work')).toMatchObject([{ id: cancel?.id, questions: 4 }]);
    await lead.call(assistant.setClusterState, { params, body: { state: 'open' } });
  });

  test('is gathered by itself at night', async () => {
    await asks('en', 'What is the capital of Mongolia?');
    await toNight();
    await server.platform.jobs.turn('assistant.gather_questions');
    expect((await clusters()).some((it) => it.sample.text.includes('Mongolia'))).toBe(true);
  });

  test('is shown to who may read the assistant, and to nobody else', async () => {
    const query = { locale: 'en' as const };
    expect(await mei.refused(assistant.listClusters, { query })).toBe('access.forbidden');
    expect(await editor.refused(assistant.gatherQuestions)).toBe('access.forbidden');
    const params = { id: randomUUID() };
    expect(await editor.refused(assistant.readCluster, { params, query })).toBe('request.not_found');
    expect(await lead.refused(assistant.setClusterState, { params, body: { state: 'done' } })).toBe(
      'request.not_found',
    );
  });
});

describe('a draft article', () => {
  test('is begun once, with the questions and the nearest passages, and readers see nothing of it', async () => {
    const cancel = (await clusters()).find((it) => it.intent === 'withdrawal.cancel');
    const params = { id: cancel?.id ?? '' };
    const body = { locale: 'en' as const };
    expect(await mei.refused(assistant.draftForCluster, { params, body })).toBe('access.forbidden');
    const { articleId } = await editor.call(assistant.draftForCluster, { params, body });
    expect(await editor.refused(assistant.draftForCluster, { params, body })).toBe('learning.article_begun');
    expect(await clusters('in_work')).toMatchObject([{ id: cancel?.id, articleId }]);
    const article = await editor.call(articles.get, { params: { id: articleId } });
    expect(article).toMatchObject({ sourceLocale: 'en', intents: ['withdrawal.cancel'] });
    expect(article.translations).toMatchObject([{ locale: 'en', state: 'draft', live: false }]);
    const translation = await editor.call(articles.translation, { params: { id: articleId, locale: 'en' } });
    const text = translation.revision.body;
    expect(text).toContain('## What customers ask\n\n- ');
    expect(text).toContain('怎么取消已经提交的提币');
    expect(text).toContain('### Cancel a withdrawal');
  });
});

describe('utterances', () => {
  test('are proposed from a cluster, but for what can teach nothing', async () => {
    const [cancel] = await clusters('in_work');
    const params = { id: cancel?.id ?? '' };
    const query = { locale: 'en' as const };
    const { items } = await editor.call(assistant.readCluster, { params, query });
    const questionIds = items.map((it) => it.id);
    const body = { questionIds, intent: 'withdrawal.cancel' as const };
    const first = await editor.call(assistant.proposeUtterances, { params, body });
    expect(first.proposed).toBeGreaterThan(0);
    const again = await editor.call(assistant.proposeUtterances, { params, body });
    expect(again).toEqual({
      proposed: 0,
      leftOut: questionIds.map((questionId) => ({ questionId, flaw: expect.any(String) })),
    });
    const other = { ...body, questionIds: [randomUUID()] };
    expect(await editor.refused(assistant.proposeUtterances, { params, body: other })).toBe(
      'request.not_found',
    );
  });

  test('are accepted, changed, rejected and put back by who manages the assistant', async () => {
    const queue = (state: 'proposed' | 'accepted' | 'rejected') =>
      editor.call(assistant.listUtterances, { query: { state } });
    const { items } = await queue('proposed');
    const [one] = items;
    expect(one).toMatchObject({ source: 'cluster', proposedBy: { name: 'Edith' }, decidedBy: null });
    const params = { id: one?.id ?? '' };
    const accepted = { state: 'accepted', intent: 'withdrawal.pending' } as const;
    expect(await editor.refused(assistant.decideUtterance, { params, body: accepted })).toBe(
      'access.forbidden',
    );
    expect(await lead.call(assistant.decideUtterance, { params, body: accepted })).toMatchObject({
      ...accepted,
      decidedBy: { name: 'Lead' },
    });
    expect((await queue('accepted')).items).toMatchObject([{ id: one?.id, intent: 'withdrawal.pending' }]);
    const back = { state: 'proposed', intent: 'withdrawal.cancel' } as const;
    expect(await lead.call(assistant.decideUtterance, { params, body: back })).toMatchObject({
      ...back,
      decidedBy: null,
    });
    const rejected = { ...back, state: 'rejected' } as const;
    await lead.call(assistant.decideUtterance, { params, body: rejected });
    expect((await queue('proposed')).counts).toEqual({
      proposed: items.length - 1,
      accepted: 0,
      rejected: 1,
    });
    const events = await server.platform.database
      .reader()
      .sql.selectFrom('events')
      .select('payload')
      .where('type', '=', 'assistant.utterance_decided')
      .execute();
    expect(events).toHaveLength(3);
    expect(
      await lead.refused(assistant.decideUtterance, { params: { id: randomUUID() }, body: accepted }),
    ).toBe('request.not_found');
  });

  test('come from agents who say what was really wanted, in conversations that they reach', async () => {
    const text = 'the thingy for my coins got lost on the way to you since yesterday evening somehow';
    const id = await asks('en', text);
    const turn = (await lead.call(assistant.turns, { params: { id } })).items.at(-1);
    const params = { id, seq: turn?.seq ?? 0 };
    const body = { intent: 'deposit.not_credited' as const };
    expect(await stranger.refused(assistant.correctIntent, { params, body })).toBe('conversation.not_found');
    await mei.call(assistant.correctIntent, { params, body });
    expect(await mei.refused(assistant.correctIntent, { params, body })).toBe('learning.utterance_known');
    const none = { ...params, seq: 999 };
    expect(await mei.refused(assistant.correctIntent, { params: none, body })).toBe('request.not_found');
    const { items } = await editor.call(assistant.listUtterances, { query: {} });
    expect(items[0]).toMatchObject({ text, intent: 'deposit.not_credited', source: 'correction' });
  });

  test('by which the assistant is measured are refused', async () => {
    const id = await asks('en', 'change my email address');
    const turn = (await lead.call(assistant.turns, { params: { id } })).items.at(-1);
    const params = { id, seq: turn?.seq ?? 0 };
    const body = { intent: 'account.change_contact' as const };
    expect(await mei.refused(assistant.correctIntent, { params, body })).toBe('learning.utterance_held_out');
  });
});

describe('a changed category', () => {
  const hint = 'the page for my identity papers shows nothing but a spinning wheel all day long';
  /** A ticket on what somebody said, opened under a category. */
  async function ticketOn(text: string, category: Category): Promise<string> {
    const conversationId = await asks('en', text);
    const body = { conversationId, subject: 'Something', category };
    return (await mei.call(tickets.create, { body })).id;
  }
  async function sort(id: string, category: Category) {
    await mei.call(tickets.update, { params: { id }, body: { category } });
    await server.settle();
  }
  const of = async (id: string, state: UtteranceState = 'proposed') =>
    (await editor.call(assistant.listUtterances, { query: { state } })).items.filter(
      (it) => it.ticket?.id === id,
    );

  test('is a proposal of the first message, which follows the category until somebody decides', async () => {
    const id = await ticketOn(hint, 'other.general');
    await sort(id, 'deposit_withdrawal.wrong_address');
    const [first] = await of(id);
    expect(first).toMatchObject({
      text: hint,
      source: 'correction',
      intent: 'withdrawal.wrong_address',
      category: 'deposit_withdrawal.wrong_address',
      candidates: ['withdrawal.wrong_address'],
      proposedBy: { name: 'Mei' },
      ticket: { id, number: expect.any(Number) },
    });
    await sort(id, 'api');
    const [second, ...more] = await of(id);
    expect(more).toEqual([]);
    expect(second).toMatchObject({ id: first?.id, category: 'api' });
    expect(second?.candidates).toContain(second?.intent);
    const params = { id: first?.id ?? '' };
    await lead.call(assistant.decideUtterance, { params, body: { state: 'rejected', intent: 'api.key' } });
    await sort(id, 'deposit_withdrawal.wrong_address');
    expect(await of(id)).toEqual([]);
    expect(await of(id, 'rejected')).toMatchObject([{ intent: 'api.key', category: 'api' }]);
  });

  test('that is what it was taken for takes the proposal back', async () => {
    const id = await ticketOn('please how can I get my stuck withdrawal cancelled again, it hangs', 'other');
    await sort(id, 'api.keys');
    const [wrong] = await of(id);
    expect(wrong?.guessed).toMatch(/^withdrawal\./);
    await sort(id, 'deposit_withdrawal');
    expect(await of(id)).toEqual([]);
  });

  test('teaches nothing where the first message holds what opens an account, or somebody else changed it', async () => {
    const id = await ticketOn('my password is Tr0ub4dor&3 and the page of coins is blank', 'other');
    await sort(id, 'api.keys');
    expect(await of(id)).toEqual([]);
    const other = await ticketOn('the little bell on the first page rings and nobody stops it', 'other');
    const standing = { status: 'open', priority: 'normal', teamId: null, assigneeId: null } as const;
    await server.platform.database.write((tx) =>
      announce(tx, ticketChanged, {
        subjectId: other,
        actor: system('automation'),
        payload: {
          before: { ...standing, category: 'other' },
          after: { ...standing, category: 'api.keys' },
          parts: ['category'],
        },
      }),
    );
    await server.settle();
    expect(await of(other)).toEqual([]);
  });

  test('teaches nothing where the first message came with identity papers', async () => {
    const customer = await server.world.customer(inbox.key, { locale: 'en' });
    const attachmentIds = [await uploadPicture(server, customer)];
    const text = 'here are the papers you wanted to see from me last week';
    const body = { key: randomUUID(), text, attachmentIds, topic: null, locale: 'en' as const };
    const { conversation } = await customer.call(chat.start, { body });
    await server.settle();
    const opened = { conversationId: conversation.id, subject: 'Papers', category: 'other' as const };
    const { id } = await mei.call(tickets.create, { body: opened });
    await sort(id, 'verification.pending');
    expect(await of(id)).toEqual([]);
    await sort(id, 'api.keys');
    expect(await of(id)).toEqual([]);
  });
});

test('after ninety days questions are forgotten, and clusters that have none', async () => {
  server.clock.advance({ days: 95 });
  await toNight();
  await server.platform.jobs.turn('assistant.gather_questions');
  const { sql } = server.platform.database.reader();
  expect(await sql.selectFrom('learning_questions').select('id').execute()).toEqual([]);
  expect(await sql.selectFrom('learning_clusters').select('id').execute()).toEqual([]);
});
