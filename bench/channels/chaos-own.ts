import { endpoints } from '@fairlead/contract';
import { createTestClient, type TestClient, type TestCustomer } from '@fairlead/server/testing';
import { wait } from '../message-load.ts';
import type { ChaosChannel, Shown } from './chaos-channel.ts';

const { chat, portal } = endpoints;

/** Asks again until it is answered: as our own pages do, with the same key. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 200) throw error;
      await wait(Math.min(50 * attempt, 500));
    }
  }
}

let keys = 0;
const nextKey = () => `chaos-of-own-pages-${++keys}`;

/** The chat of our own pages. Each text is sent twice, as by a page that missed the first answer. */
export function startChat(serverUrl: string, customers: readonly TestCustomer[]): ChaosChannel {
  const clients = new Map(
    customers.map((it) => [
      it.id,
      { call: createTestClient(serverUrl, it.headers), thread: '', begun: false },
    ]),
  );
  return {
    ...ofOurOwn('chat', [...clients.keys()]),
    async write(person, text) {
      const its = clients.get(person);
      if (!its) return;
      const body = { key: nextKey(), text, attachmentIds: [] };
      const opening = { ...body, topic: null, locale: 'en' as const };
      for (let time = 0; time < 2; time++) {
        const { conversation } = await insist(() =>
          its.begun
            ? its.call.call(chat.post, { params: { id: its.thread }, body })
            : its.call.call(chat.start, { body: opening }),
        );
        its.thread = conversation.id;
      }
      its.begun = true;
    },
    shown: (person) => shownIn(clients.get(person)),
  };
}

/** The portal: one ticket of each customer, and what is written on it; each text twice. */
export function startPortal(serverUrl: string, customers: readonly TestCustomer[]): ChaosChannel {
  const clients = new Map(
    customers.map((it) => [
      it.id,
      { call: createTestClient(serverUrl, it.headers), ticket: '', thread: '', begun: false },
    ]),
  );
  return {
    ...ofOurOwn('portal', [...clients.keys()]),
    async write(person, text) {
      const its = clients.get(person);
      if (!its) return;
      const body = { key: nextKey(), text, attachmentIds: [] };
      const opening = { ...body, subject: 'Chaos', category: 'other' as const, locale: 'en' as const };
      for (let time = 0; time < 2; time++) {
        if (its.begun) await insist(() => its.call.call(portal.write, { params: { id: its.ticket }, body }));
        else {
          const { id, conversationId } = await insist(() => its.call.call(portal.open, { body: opening }));
          Object.assign(its, { ticket: id, thread: conversationId ?? '' });
        }
      }
      its.begun = true;
    },
    shown: (person) => shownIn(clients.get(person)),
  };
}

/** What there is no platform for. */
const ofOurOwn = (channel: 'chat' | 'portal', people: readonly string[]) => ({
  channel,
  people,
  mostWaiting: 6,
  connect: async () => {},
  calm: async () => {},
  refused: () => 0,
  close: async () => {},
});

/** What agents wrote in a thread, as its customer reads it. */
async function shownIn(its: { call: TestClient; thread: string } | undefined): Promise<Shown[]> {
  if (!its || its.thread === '') return [];
  const query = { after: 0, limit: 200 };
  const { items } = await its.call.call(chat.messages, { params: { id: its.thread }, query });
  return items.flatMap((it) =>
    it.author.type === 'agent' ? [{ text: it.text, at: Date.parse(it.createdAt) }] : [],
  );
}
