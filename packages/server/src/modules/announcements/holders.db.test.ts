import { endpoints } from '@fairlead/contract';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { hurryJobs } from '../../testing/hurry-jobs.ts';
import { simulatorKeys, startSimulator } from '../exchange/exchange.testing.ts';
import {
  announcementDesk,
  decide,
  draft,
  lettersTo,
  publish,
  read,
  server,
  soon,
  subscriber,
  visitor,
  writer,
} from './announcements.testing.ts';
import { gatherJob } from './jobs.ts';

const { announcements } = endpoints;
// The server of this file is asked for its time once it is there.
const simulator = await startSimulator(() => server?.clock.now() ?? new Date());
announcementDesk({
  EXCHANGE_URL: simulator.url,
  EXCHANGE_BACK_OFFICE_URL: simulator.url,
  EXCHANGE_BACK_OFFICE_TOKEN: simulatorKeys.token,
  EXCHANGE_KEY: simulatorKeys.key,
  EXCHANGE_SECRET: simulatorKeys.secret,
});

// Verified customers: some of the accounts of the simulated exchange, and one that it does not know.
const uids = Array.from({ length: 12 }, (_, index) => String(60_000_001 + index));
const people = new Map<string, Awaited<ReturnType<typeof subscriber>>>();
const held = new Map<string, number>();

beforeAll(async () => {
  for (const uid of [...uids, '99000001']) {
    people.set(uid, await subscriber(['listing'], 'en', uid));
    const answer = await fetch(`${simulator.url}/back-office/v1/customers/${uid}/holdings/XRP`, {
      headers: { authorization: `Bearer ${simulatorKeys.token}` },
    });
    held.set(uid, Number(((await answer.json()) as { held: string }).held));
  }
});

const emailOf = (uid: string) => people.get(uid)?.email ?? '';
const reached = (title: string) =>
  [...people.keys()].filter((uid) => lettersTo(emailOf(uid)).some((it) => it.text.includes(title)));
const settled = (id: string) =>
  soon(async () => {
    const { gathering, letters } = await read(id);
    expect(gathering?.done).toBe(true);
    expect(letters?.waiting ?? 0).toBe(0);
  });
const holders = (atLeast: number) =>
  [...held].filter(([, it]) => it > 0 && it >= atLeast).map(([uid]) => uid);

describe('those who hold an asset', () => {
  test('are told by letter and by banner, and nobody else', async () => {
    const all = holders(0);
    expect(all.length).toBeGreaterThan(3);
    expect(all.length).toBeLessThan(uids.length);
    const audience = { who: 'asset', asset: 'xrp' };
    const id = await draft('XRP leaves', { email: true, banner: true, helpCenter: true }, { audience });
    await publish(id);
    await settled(id);
    expect(reached('XRP leaves')).toEqual(all);
    expect((await read(id)).gathering).toMatchObject({
      foundBy: 'balances',
      letters: all.length,
      error: null,
    });
    for (const [uid, { customer }] of people) {
      const { items } = await customer.call(announcements.banner, { query: { locale: 'en' } });
      expect([uid, items.length]).toEqual([uid, all.includes(uid) ? 1 : 0]);
    }
    expect((await (await visitor()).call(announcements.banner, { query: { locale: 'en' } })).items).toEqual(
      [],
    );
  });

  test('of so much or more', async () => {
    const middle = [...held.values()].filter((it) => it > 0).sort((a, b) => a - b)[2] ?? 0;
    const audience = { who: 'asset', asset: 'XRP', atLeast: String(middle) };
    const id = await draft('Whales only', { email: true }, { audience });
    await publish(id);
    await settled(id);
    expect(reached('Whales only')).toEqual(holders(middle));
    await decide(id, 'withdraw');
  });

  test('are found once an exchange that was silent answers, each once', async () => {
    simulator.faults.mode = 'error';
    const id = await draft('Silent', { email: true }, { audience: { who: 'asset', asset: 'XRP' } });
    await publish(id);
    await soon(async () => expect((await read(id)).gathering?.error).toEqual(expect.any(String)));
    expect((await read(id)).gathering).toMatchObject({ done: false });
    simulator.faults.mode = 'none';
    onTestFinished(hurryJobs(server.platform, gatherJob.name));
    // The lost order is found, as after a restart.
    server.clock.advance({ minutes: 21 });
    await server.platform.jobs.turn('announcements.due');
    await settled(id);
    for (const uid of holders(0))
      expect(lettersTo(emailOf(uid)).filter((it) => it.text.includes('Silent'))).toHaveLength(1);
    expect(reached('Silent')).toEqual(holders(0));
  });

  test('are those who have moved it lately, where the exchange tells no balances', async () => {
    simulator.faults.tellsNoBalances = true;
    server.clock.advance({ minutes: 6 });
    // Linh has a deposit of Bitcoin on its way.
    people.set('40218831', await subscriber(['listing'], 'en', '40218831'));
    const { holders: told } = await writer.call(announcements.places, {});
    expect(told).toBe(false);
    const audience = { who: 'asset', asset: 'BTC', days: 30 };
    const id = await draft('Who moved it', { email: true }, { audience });
    await publish(id);
    await settled(id);
    expect((await read(id)).gathering).toMatchObject({ foundBy: 'moves', days: 30 });
    expect(reached('Who moved it')).toEqual(['40218831']);
    simulator.faults.tellsNoBalances = false;
  });
});
