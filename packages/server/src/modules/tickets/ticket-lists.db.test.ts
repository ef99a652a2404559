import { endpoints, type Ticket } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../../testing/test-server.ts';
import type { TestAgent } from '../../testing/world.ts';
import { at, openOn, type TicketScene, ticketScene, ticketServer } from './tickets.testing.ts';

/** Lists, saved views, counts, search, and bulk edits. */
const { tickets } = endpoints;
let server: TestServer;
let scene: TicketScene;
let made: Ticket[];

beforeAll(async () => {
  server = await ticketServer();
  scene = await ticketScene(server);
  made = [];
  const backOffice = async (subject: string, more: object = {}) => {
    made.push(await scene.lead.call(tickets.create, { body: { subject, teamId: scene.team, ...more } }));
  };
  await backOffice('Card refused', { category: 'p2p_fiat.card_failed', priority: 'low', tags: ['card'] });
  await backOffice('Locked out', { category: 'account_security.locked', priority: 'urgent' });
  await backOffice('提现一直处理中', { category: 'deposit_withdrawal.withdrawal_pending', priority: 'high' });
  await backOffice('Elsewhere', { teamId: scene.other, category: 'api' });
  await backOffice('Hers', { assigneeId: scene.mei.id, tags: ['card', 'vip'] });
  made.push(await openOn(scene, { fields: { txid: '4f1a6c0d'.repeat(8), network: 'xrp' } }));
});

const subjectsOf = (list: { items: Ticket[] }) => list.items.map((it) => it.subject);
const list = async (agent: TestAgent, query: object = {}) =>
  subjectsOf(await agent.call(tickets.list, { query }));
const filtered = (all: object[], any: object[] = []) => ({ filter: JSON.stringify({ all, any }) });

describe('a list', () => {
  test.each(['updated', 'created', 'priority'] as const)(
    'by %s comes in pages, without gaps or doubles',
    async (sort) => {
      for (const agent of [scene.lead, scene.mei]) {
        for (const direction of ['asc', 'desc'] as const) {
          const whole = await list(agent, { sort, direction });
          const paged: string[] = [];
          for (let cursor: string | undefined; ; ) {
            const query = { sort, direction, limit: 2, ...(cursor ? { cursor } : {}) };
            const page = await agent.call(tickets.list, { query });
            paged.push(...subjectsOf(page));
            if (page.next === null) break;
            cursor = page.next;
          }
          expect(paged).toEqual(whole);
          expect(whole).toHaveLength(agent === scene.lead ? 6 : 5);
          const other = await list(agent, { sort, direction: direction === 'asc' ? 'desc' : 'asc' });
          expect(other.toReversed()).toEqual(whole);
        }
      }
      if (sort === 'priority') expect((await list(scene.lead, { sort }))[0]).toBe('Locked out');
    },
  );

  test('holds what its view says', async () => {
    expect(await list(scene.mei, { view: 'mine' })).toEqual(['Hers']);
    expect(await list(scene.bao, { view: 'mine' })).toEqual([]);
    expect(new Set(await list(scene.mei, { view: 'unassigned' }))).toEqual(
      new Set(['Card refused', 'Locked out', '提现一直处理中', 'Deposit of 850 XRP missing']),
    );
    expect(await list(scene.kim, { view: 'open' })).toEqual(['Elsewhere']);
    expect(await list(scene.lead, { view: 'followed' })).toHaveLength(5);
  });

  test.each<{ all: object[]; any?: object[]; holds: string[] }>([
    { all: [{ field: 'priority', in: ['urgent', 'low'] }], holds: ['Card refused', 'Locked out'] },
    { all: [{ field: 'category', in: ['p2p_fiat'] }], holds: ['Card refused'] },
    { all: [{ field: 'category', in: ['api.keys'] }], holds: [] },
    { all: [{ field: 'tags', in: ['vip', 'none'] }], holds: ['Hers'] },
    {
      all: [{ field: 'tags', in: ['card'] }],
      any: [{ field: 'unassigned' }, { field: 'status', in: ['closed'] }],
      holds: ['Card refused'],
    },
    { all: [{ field: 'channel', in: ['chat'] }], holds: ['Deposit of 850 XRP missing'] },
    { all: [{ field: 'created', age: 'before', hours: 1 }], holds: [] },
    {
      all: [
        { field: 'updated', age: 'within', hours: 1 },
        { field: 'status', in: ['open'] },
      ],
      holds: ['Hers'],
    },
    { all: [{ field: 'tracker' }], holds: [] },
    { all: [{ field: 'language', in: ['vi'] }], holds: [] },
  ])('holds what a filter says: $all', async ({ all, any, holds }) => {
    expect(new Set(await list(scene.mei, filtered(all, any)))).toEqual(new Set(holds));
  });

  test('takes no filter that is none, and no cursor of another’s', async () => {
    const wrong = { query: { filter: '{"all":[{"field":"status; drop table tickets"}]}' } };
    expect(await scene.mei.refused(tickets.list, wrong)).toBe('request.invalid');
    expect(await scene.mei.refused(tickets.list, { query: { cursor: 'x' } })).toBe('request.invalid');
    expect(await scene.mei.refused(tickets.list, { query: { view: made[0]?.id ?? '' } })).toBe(
      'ticket.view_not_found',
    );
  });

  test('is searched by number, words in any script, tags, evidence and customer, within reach', async () => {
    const number = made[0]?.number;
    expect(await list(scene.mei, { q: `#${number}` })).toEqual(['Card refused']);
    expect(await list(scene.kim, { q: `${number}` })).toEqual([]);
    expect(await list(scene.mei, { q: 'refused card' })).toEqual(['Card refused']);
    expect(await list(scene.mei, { q: '处理中' })).toEqual(['提现一直处理中']);
    expect(await list(scene.mei, { q: '4F1A6C0D'.repeat(8) })).toEqual(['Deposit of 850 XRP missing']);
    expect(await list(scene.mei, { q: 'vip' })).toEqual(['Hers']);
    expect(await list(scene.mei, { q: 'nowhere at all' })).toEqual([]);
    expect(await list(scene.mei, { q: '!!!' })).toEqual([]);
  });
});

describe('saved views', () => {
  const body = {
    name: 'Urgent cards',
    filter: { all: [{ field: 'tags' as const, in: ['card'] }], any: [] },
    columns: ['number' as const, 'subject' as const],
    sort: 'priority' as const,
  };

  test('are personal, a team’s, or for all; and changed by whom they belong to', async () => {
    const own = await scene.mei.call(tickets.createView, { body });
    expect(own).toMatchObject({
      sharing: 'personal',
      ownerId: scene.mei.id,
      editable: true,
      direction: 'desc',
    });
    const shared = await scene.mei.call(tickets.createView, {
      body: { ...body, name: 'Ours', sharing: { teamId: scene.team } },
    });
    const names = async (agent: TestAgent) =>
      (await agent.call(tickets.listViews)).items.map((it) => [it.name, it.editable]);
    expect(await names(scene.bao)).toEqual([['Ours', false]]);
    expect(await names(scene.kim)).toEqual([]);
    expect(await list(scene.bao, { view: shared.id })).toEqual(['Hers', 'Card refused']);
    expect(await scene.bao.refused(tickets.list, { query: { view: own.id } })).toBe('ticket.view_not_found');
    const forAll = { ...body, name: 'For all', sharing: 'all' as const };
    expect(await scene.mei.refused(tickets.createView, { body: forAll })).toBe('access.forbidden');
    const toOthers = { ...body, sharing: { teamId: scene.other } };
    expect(await scene.mei.refused(tickets.createView, { body: toOthers })).toBe('access.forbidden');
    const everybodys = await scene.lead.call(tickets.createView, { body: forAll });
    expect(await names(scene.kim)).toEqual([['For all', false]]);
    expect(await scene.kim.refused(tickets.deleteView, at(everybodys.id))).toBe('access.forbidden');
    expect(await scene.kim.refused(tickets.deleteView, at(own.id))).toBe('ticket.view_not_found');
    expect(await scene.bao.refused(tickets.updateView, { ...at(shared.id), body })).toBe('access.forbidden');
    const renamed = await scene.mei.call(tickets.updateView, {
      ...at(shared.id),
      body: { ...body, name: 'Mine' },
    });
    expect(renamed).toMatchObject({ name: 'Mine', sharing: 'personal' });

    const { views } = await scene.mei.call(tickets.counts);
    expect(views).toMatchObject({
      mine: { count: 1, more: false },
      unassigned: { count: 4, more: false },
      open: { count: 5, more: false },
      [own.id]: { count: 2, more: false },
    });
    for (const view of [own, shared]) await scene.mei.call(tickets.deleteView, at(view.id));
    await scene.lead.call(tickets.deleteView, at(everybodys.id));
    expect(await names(scene.mei)).toEqual([]);
  });
});

describe('a bulk edit', () => {
  test('changes what it can, says why not, and can be taken back where nothing was changed since', async () => {
    const [card, locked, chinese, elsewhere] = made.map((it) => it.id);
    if (!card || !locked || !chinese || !elsewhere) throw new Error('too few tickets');
    const before = await Promise.all([card, locked].map((id) => scene.lead.call(tickets.get, at(id))));
    const { results, undoId } = await scene.mei.call(tickets.bulk, {
      body: {
        ids: [card, locked, elsewhere, card],
        status: 'pending',
        priority: 'high',
        assigneeId: scene.bao.id,
        addTags: ['Wave'],
        removeTags: ['card'],
      },
    });
    expect(results.map((it) => [it.id, it.changed, it.refused?.code ?? null])).toEqual([
      [card, true, null],
      [locked, true, null],
      [elsewhere, false, 'ticket.not_found'],
    ]);
    expect(await scene.mei.call(tickets.get, at(card))).toMatchObject({
      status: 'pending',
      priority: 'high',
      assigneeId: scene.bao.id,
      tags: ['wave'],
    });
    await scene.bao.call(tickets.update, { ...at(locked), body: { subject: 'Locked out again' } });
    const undo = { params: { id: undoId ?? '' } };
    expect(await scene.bao.refused(tickets.undoBulk, undo)).toBe('request.not_found');
    const undone = await scene.mei.call(tickets.undoBulk, undo);
    expect(undone.results.map((it) => [it.id, it.changed, it.refused?.code ?? null])).toEqual([
      [card, true, null],
      [locked, false, 'ticket.changed_since'],
    ]);
    const { version: _, updatedAt: __, ...was } = before[0] ?? {};
    expect(await scene.lead.call(tickets.get, at(card))).toMatchObject(was);
    const twice = await scene.mei.call(tickets.undoBulk, undo);
    expect(twice.results.every((it) => !it.changed)).toBe(true);

    const solved = await scene.mei.call(tickets.bulk, { body: { ids: [chinese], status: 'solved' } });
    const same = await scene.mei.call(tickets.bulk, { body: { ids: [chinese], status: 'solved' } });
    expect(same).toEqual({ results: [{ id: chinese, changed: false, refused: null }], undoId: null });
    const wrong = await scene.mei.call(tickets.bulk, { body: { ids: [chinese], status: 'pending' } });
    expect(wrong.results[0]?.refused).toEqual({
      code: 'ticket.move_refused',
      params: { from: 'solved', to: 'pending' },
    });
    await scene.mei.call(tickets.undoBulk, { params: { id: solved.undoId ?? '' } });
    expect(await scene.mei.call(tickets.get, at(chinese))).toMatchObject({ status: 'new', solvedAt: null });
  });

  test('taken back, leaves a priority that nobody chose to what is at risk', async () => {
    const { id } = await openOn(await ticketScene(server), { fields: { asset: 'USDT', amount: '100' } });
    const { risk } = await scene.lead.call(tickets.get, at(id));
    expect(risk).toMatchObject({ followed: true });
    const { undoId } = await scene.lead.call(tickets.bulk, { body: { ids: [id], priority: 'low' } });
    expect((await scene.lead.call(tickets.get, at(id))).risk).toMatchObject({ followed: false });
    await scene.lead.call(tickets.undoBulk, { params: { id: undoId ?? '' } });
    expect((await scene.lead.call(tickets.get, at(id))).risk).toEqual(risk);
  });

  test('is taken back within half an hour or not at all', async () => {
    const own = await ticketServer();
    const there = await ticketScene(own);
    const { id } = await openOn(there);
    const { undoId } = await there.mei.call(tickets.bulk, { body: { ids: [id], priority: 'urgent' } });
    own.clock.advance({ minutes: 31 });
    expect(await there.mei.refused(tickets.undoBulk, { params: { id: undoId ?? '' } })).toBe(
      'ticket.undo_expired',
    );
    expect((await there.mei.call(tickets.get, at(id))).priority).toBe('urgent');
  });
});
