import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ask, PollPlace } from '../../port.ts';
import { pollAccount } from './poll-account.ts';
import { verifySignature } from './prove-request.ts';
import { account, api, credentials, customerId } from './x.testing.ts';
import { xAdapter } from './x-adapter.ts';

const since = new Date('2026-11-27T08:00:00Z');
const at = '2026-11-27T08:30:00.000Z';
const none = { body: { meta: { result_count: 0 } } };
const event = (id: string, created_at = at) => ({
  id,
  event_type: 'MessageCreate',
  text: `message ${id}`,
  sender_id: customerId,
  dm_conversation_id: `${account.id}-${customerId}`,
  created_at,
});
const list = (ids: readonly string[], next_token?: string) => ({
  body: { data: ids.map((id) => event(id)), meta: { result_count: ids.length, next_token } },
});
const context = (ask: Ask, place: PollPlace | null = null) => ({
  credentials,
  account,
  place,
  secrets: [],
  since,
  signal: AbortSignal.timeout(5000),
  ask,
});
const decode = (request: { headers: object; body: Uint8Array } | null) =>
  request === null
    ? []
    : xAdapter.decode({ headers: {}, query: {}, session: null, receivedAt: since, body: request.body });

describe('asking for what customers wrote', () => {
  test('brings it in the form of a webhook, signed as one', async () => {
    const { ask, asked } = api(list(['12', '11']), none);
    const { requests, place, more } = await pollAccount(context(ask, { dm_events: '10', mentions: '7' }));
    const [request = null] = requests;
    expect(decode(request).map((it) => it.externalId)).toEqual(['12', '11']);
    expect([place, more]).toEqual([{ dm_events: '12', mentions: '7' }, false]);
    expect(asked.map(({ url }) => url.pathname)).toEqual(['/2/dm_events', `/2/users/${account.id}/mentions`]);
    expect(asked[1]?.url.searchParams.get('since_id')).toBe('7');
    if (!request) throw new Error('nothing came');
    const raw = { ...request, query: {}, session: null, receivedAt: since };
    const material = { inboxId: 'i', secrets: [], credentials, account };
    expect(() => verifySignature(raw, material)).not.toThrow();
  });

  test('says nothing where nothing came, and keeps the place', async () => {
    const { ask } = api(list(['10', '9']), none);
    expect(await pollAccount(context(ask, { dm_events: '10', mentions: '7' }))).toEqual({
      requests: [],
      place: { dm_events: '10', mentions: '7' },
      more: false,
    });
  });

  test('leaves what is old the first time', async () => {
    const old = {
      body: { data: [event('12'), event('11', '2026-11-20T00:00:00Z')], meta: { next_token: 't' } },
    };
    const { ask } = api(old, none);
    const { requests, place, more } = await pollAccount(context(ask));
    expect(decode(requests[0] ?? null).map((it) => it.externalId)).toEqual(['12']);
    expect([place, more]).toEqual([{ dm_events: '12', mentions: '0' }, false]);
  });

  test('throws what X refuses, with the time to wait', async () => {
    const headers = {
      date: 'Fri, 27 Nov 2026 08:00:00 GMT',
      'x-rate-limit-reset': String(since.getTime() / 1000 + 60),
    };
    const { ask } = api({ status: 429, headers, body: { title: 'Too Many Requests' } });
    await expect(pollAccount(context(ask))).rejects.toMatchObject({ permanent: false, retryAfter: 60 });
  });

  test('loses nothing over several pages, whatever comes meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(40),
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.nat(9), { maxLength: 30 }),
        async (first, size, arrivals) => {
          const ids = Array.from({ length: first }, (_, index) => 100 + index);
          const upTo = (from: number) =>
            ids
              .filter((it) => it <= from)
              .toReversed()
              .map(String);
          const ask: Ask = async (address) => {
            const { pathname, searchParams } = new URL(address);
            const isMessages = pathname.endsWith('dm_events');
            // A cursor stands where it was, whatever comes above it.
            const from = Number(searchParams.get('pagination_token') ?? 1e9);
            const all = isMessages ? upTo(from) : [];
            const page = all.slice(0, size);
            const next = all[size];
            const body = { data: page.map((id) => event(id)), meta: { ...(next && { next_token: next }) } };
            return { status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify(body)) };
          };
          const taken = new Set<string>();
          let place: PollPlace | null = null;
          let more = true;
          for (let turn = 0; more || turn < arrivals.length; turn++) {
            const polled = await pollAccount(context(ask, place));
            for (const { externalId } of decode(polled.requests[0] ?? null)) taken.add(externalId);
            ({ place, more } = polled);
            for (let count = 0; count < (arrivals[turn] ?? 0); count++) ids.push(100 + ids.length);
          }
          const last = await pollAccount(context(ask, place));
          for (let rest = last; ; rest = await pollAccount(context(ask, rest.place))) {
            for (const { externalId } of decode(rest.requests[0] ?? null)) taken.add(externalId);
            if (!rest.more) break;
          }
          expect([...taken].map(Number).sort((a, b) => a - b)).toEqual(ids);
        },
      ),
      { numRuns: 60 },
    );
  });
});
