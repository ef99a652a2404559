import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TestAgent } from '../../testing/world.ts';
import {
  announcementDesk,
  decide,
  draft,
  lettersTo,
  move,
  publish,
  read,
  server,
  soon,
  words,
  writer,
} from './announcements.testing.ts';

const { announcements, tickets } = endpoints;
announcementDesk();

let lead: TestAgent;
beforeAll(async () => {
  lead = await server.world.agent({ name: 'Ken', roles: ['team_lead'] });
});

const incident = async (tracker = true) =>
  (
    await lead.call(tickets.create, {
      body: { subject: 'Withdrawals of XRP stand still', category: 'deposit_withdrawal', tracker },
    })
  ).id;
const link = (id: string, trackerId: string, who: TestAgent = lead) =>
  who.call(announcements.linkTracker, { params: { id, trackerId }, body: {} });
const lines = async (trackerId: string) =>
  (await lead.call(tickets.timeline, { params: { id: trackerId }, query: {} })).items
    .filter((it) => it.type === 'ticket.announced')
    .map((it) => it.details['did']);
const about = async (trackerId: string) =>
  (await lead.call(announcements.ofTracker, { params: { id: trackerId } })).items;
const solve = (id: string) => lead.call(tickets.setStatus, { params: { id }, body: { status: 'solved' } });

describe('an announcement about an incident', () => {
  test('is begun from the tracker, and what becomes of it stands in its time line', async () => {
    const trackerId = await incident();
    const made = await lead.call(announcements.create, {
      body: { kind: 'suspension', sourceLocale: 'en', text: words('XRP stands still'), trackerId },
    });
    expect(await about(trackerId)).toMatchObject([
      { id: made.id, state: 'draft', title: 'XRP stands still' },
    ]);
    await move(made.id, 'submit', lead);
    await decide(made.id, 'approve');
    await move(made.id, 'publish', lead);
    await move(made.id, 'correct', lead);
    await move(made.id, 'submit', lead);
    await decide(made.id, 'approve');
    await move(made.id, 'publish', lead);
    await decide(made.id, 'withdraw');
    expect(await lines(trackerId)).toEqual(['withdrawn', 'corrected', 'published', 'linked']);
  });

  test('is linked once however often it is said, and not any more when that is said', async () => {
    const [id, trackerId] = [await draft('Linked twice'), await incident()];
    await link(id, trackerId);
    const { items, others } = await link(id, trackerId);
    expect(items).toMatchObject([{ id: trackerId, status: 'new' }]);
    expect(others).toBe(0);
    await lead.call(announcements.unlinkTracker, { params: { id, trackerId } });
    await lead.call(announcements.unlinkTracker, { params: { id, trackerId } });
    expect(await lines(trackerId)).toEqual(['unlinked', 'linked']);
    expect(await about(trackerId)).toEqual([]);
  });

  test('is about a tracker that one may see, and nothing else', async () => {
    const id = await draft('Of what');
    await expect(link(id, await incident(false))).rejects.toThrow('ticket.not_tracker');
    const trackerId = await incident();
    await link(id, trackerId);
    // An editor of articles works with no tickets: they know that there is one, and not what it says.
    expect(await writer.call(announcements.trackers, { params: { id } })).toEqual({ items: [], others: 1 });
    await expect(link(id, trackerId, writer)).rejects.toThrow('ticket.not_found');
    await expect(writer.call(announcements.unlinkTracker, { params: { id, trackerId } })).rejects.toThrow(
      'ticket.not_found',
    );
    await expect(writer.call(announcements.ofTracker, { params: { id: trackerId } })).rejects.toThrow(
      'ticket.not_found',
    );
  });

  test('that outlives it is said to, and its people are reminded by a letter, until it is corrected', async () => {
    const [id, trackerId] = [await draft('Still out'), await incident()];
    await link(id, trackerId);
    await publish(id);
    expect((await read(id)).outlived).toBe(false);
    server.clock.advance({ minutes: 1 });
    await solve(trackerId);
    expect((await read(id)).outlived).toBe(true);
    expect(await about(trackerId)).toMatchObject([{ id, outlived: true }]);
    for (const email of ['mei@example.com', 'lena@example.com'])
      await soon(() =>
        expect(lettersTo(email).filter((it) => it.text.includes('Still out'))).toHaveLength(1),
      );
    server.clock.advance({ minutes: 1 });
    await move(id, 'correct');
    expect((await read(id)).outlived).toBe(false);
    await publish(id);
    expect((await read(id)).outlived).toBe(false);
  });
});
