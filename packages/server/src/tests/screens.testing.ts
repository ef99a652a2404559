import { apply, type LiveState } from '@fairlead/console/apply-event';
import { emptyThread, needsFetch, withStretch } from '@fairlead/console/thread-state';
import type { AgentEvent, CustomerEvent } from '@fairlead/contract';
import { endpoints } from '@fairlead/contract';
import { emptyThreads, reduceThreads, type ThreadState } from '@fairlead/widget/thread-state';
import { expect } from 'vitest';
import { connectLive, type LiveClient, welcome } from '../testing/live-client.ts';
import type { TestServer } from '../testing/test-server.ts';
import type { TestAgent, TestCustomer } from '../testing/world.ts';

/** How a conversation stands to an agent over a change: seen before and after, only before, only after, or never. */
export type Reach = 'stays' | 'leaves' | 'comes' | 'never';

/** A screen that fetched once and from then on only listens. */
export interface Screen {
  /** Fails unless what was heard makes of the screen what fetching shows of the conversation now. */
  agrees(id: string): Promise<void>;
  close(): void;
}

/** An agent's screens: every kind of list, and the threads of `threads`. */
export async function openConsole(
  server: TestServer,
  agent: TestAgent,
  of: { teams: string[]; customers: string[]; threads: string[] },
): Promise<Screen & { reach(id: string): Promise<Reach> }> {
  const live = connectLive(server.url, agent);
  await live.hear(welcome);
  const from = live.heard.length;
  const before = await fetchConsole(agent, of);
  const news = () => eventsOf(live, from) as AgentEvent[];

  async function reach(id: string): Promise<Reach> {
    const [seen, sees] = [before.conversations[id] !== undefined, await maySee(agent, id)];
    if (seen) return sees ? 'stays' : 'leaves';
    return sees ? 'comes' : 'never';
  }

  return {
    reach,
    async agrees(id) {
      const fetched = await settled(live, () => fetchConsole(agent, { ...of, threads: [...of.threads, id] }));
      const about = news().filter((event) => JSON.stringify(event).includes(id));
      const types = new Set(about.map((event) => event.type));
      const stands = await reach(id);
      // What is no longer theirs to see is not told in the same breath.
      if (stands === 'never') expect(types).toEqual(new Set());
      if (stands === 'leaves') expect(types).toEqual(new Set(['conversation.removed']));

      const applied = news().reduce(apply, before);
      expect(applied.conversations[id]).toEqual(fetched.conversations[id]);
      for (const [name, list] of Object.entries(fetched.lists ?? {})) {
        const held = applied.lists?.[name];
        // Only the server knows who was mentioned; the screen knows that it must ask.
        if (held?.stale)
          expect([...types]).toContain(stands === 'leaves' ? 'conversation.removed' : 'mentioned');
        else expect([name, held?.items]).toEqual([name, list.items]);
      }
      const thread = applied.threads[id];
      if (!thread) return;
      expect(thread.gone).toBe(stands === 'leaves');
      if (stands === 'leaves') return;
      expect(needsFetch(thread)).toBe(false);
      expect(thread).toEqual(fetched.threads[id]);
    },
    close: () => live.close(),
  };
}

async function fetchConsole(
  agent: TestAgent,
  { teams, customers, threads }: { teams: string[]; customers: string[]; threads: string[] },
): Promise<LiveState> {
  const views = [
    'mine',
    'unassigned',
    'assistant',
    'all',
    'mentions',
    'closed',
    ...teams.map((it) => `team:${it}`),
  ];
  const queries = [
    ...views.map((view) => ({ view })),
    ...customers.map((customerId) => ({ view: 'all', customerId })),
  ];
  const lists: NonNullable<LiveState['lists']> = Object.fromEntries(
    await Promise.all(
      queries.map(async (query) => {
        const { items, next } = await agent.call(endpoints.conversations.list, {
          query: { ...query, limit: 100 },
        });
        return [JSON.stringify(query), { query, items, complete: next === null, stale: false }] as const;
      }),
    ),
  );
  const state: LiveState = { agentId: agent.id, lists, conversations: {}, threads: {} };
  for (const { items } of Object.values(lists)) {
    for (const item of items) (state.conversations as Record<string, unknown>)[item.id] = item;
  }
  for (const id of threads) {
    const answer = await agent.try(endpoints.conversations.messages, {
      params: { id },
      query: { limit: 200 },
    });
    if (!answer.ok) continue;
    const { items, conversation } = answer.body;
    (state.conversations as Record<string, unknown>)[id] = conversation;
    (state.threads as Record<string, unknown>)[id] = withStretch(emptyThread, items, conversation.lastSeq);
  }
  return state;
}

const maySee = async (agent: TestAgent, id: string) =>
  (await agent.try(endpoints.conversations.get, { params: { id } })).ok;

/** A customer's widget: the list, and every thread of it. */
export async function openWidget(server: TestServer, customer: TestCustomer): Promise<Screen> {
  const { browserKey, session } = customer;
  const live = connectLive(server.url, { token: session.token, browserKey });
  await live.hear(welcome);
  const from = live.heard.length;
  const before = await fetchWidget(customer);

  return {
    async agrees(id) {
      const fetched = await settled(live, () => fetchWidget(customer));
      const applied = (eventsOf(live, from) as CustomerEvent[]).reduce(takeIn, before);
      const [held, there] = [applied.threads[id], fetched.threads[id]];
      expect(held?.conversation).toEqual(there?.conversation);
      expect(held?.ahead).toEqual([]);
      // A thread that began to be shown at its end is fetched backwards when the customer looks there.
      const whole = before.threads[id] !== undefined || there?.messages.length === 1;
      const shown = whole ? there?.messages : there?.messages.slice(-(held?.messages.length ?? 0));
      expect(held?.messages).toEqual(shown);
    },
    close: () => live.close(),
  };
}

/** As the widget does with what its socket hears. */
function takeIn(state: ThreadState, event: CustomerEvent): ThreadState {
  if (event.type === 'message.posted') {
    const { message, conversation } = event;
    return reduceThreads(state, { type: 'arrived', items: [message], conversation });
  }
  if (event.type === 'conversation.changed')
    return reduceThreads(state, { type: 'changed', conversation: event.conversation });
  return state;
}

async function fetchWidget(customer: TestCustomer): Promise<ThreadState> {
  const { items: conversations } = await customer.call(endpoints.chat.list);
  let state = reduceThreads(emptyThreads, { type: 'listed', conversations });
  for (const { id } of conversations) {
    const stretch = await customer.call(endpoints.chat.messages, { params: { id }, query: { limit: 200 } });
    state = reduceThreads(state, { type: 'arrived', ...stretch });
  }
  return state;
}

const eventsOf = (live: LiveClient, from: number) =>
  live.heard.slice(from).flatMap((frame) => (frame.t === 'event' ? [frame.event] : []));

/** Fetches while nothing is heard, so that both tell of the same moment: other conversations go on meanwhile. */
async function settled<T>(live: LiveClient, fetchAll: () => Promise<T>): Promise<T> {
  for (;;) {
    await caughtUp(live);
    const heard = eventsOf(live, 0).length;
    const fetched = await fetchAll();
    await caughtUp(live);
    if (eventsOf(live, 0).length === heard) return fetched;
  }
}

/** A socket is told things in order: what was said before the pong is heard before it. */
async function caughtUp(live: LiveClient): Promise<void> {
  const pongs = () => live.heard.filter((frame) => frame.t === 'pong').length;
  const already = pongs();
  live.say({ t: 'ping' });
  await live.hear(() => pongs() > already);
}
