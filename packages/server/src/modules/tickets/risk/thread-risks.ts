import type { Category, TakeoverSignal } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import {
  type ConversationRecord,
  classifyText,
  clearCategory,
  hear,
  readCustomerWords,
} from '../../conversations/index.ts';
import { readCustomers } from '../../people/index.ts';
import { stakesOfConversations } from '../ticket-store.ts';
import { readPrices } from './price-table.ts';
import { weigh } from './risk-rules.ts';
import { findTakeoverSignals } from './takeover-signals.ts';

/** What is known of a conversation that waits. */
export interface ThreadRisk {
  /** 0 to 100, without what waiting weighs. */
  readonly risk: number;
  /** Its ticket's; without one what the customer's words are about, else their topic. */
  readonly category: Category;
}

type Thread = Pick<ConversationRecord, 'id' | 'lastSeq' | 'locale' | 'language' | 'topic' | 'customerId'>;
interface Said {
  readonly lastSeq: number;
  readonly signals: readonly TakeoverSignal[];
  readonly category: Category | null;
}

const unheard: Said = { lastSeq: 0, signals: [], category: null };

/** Messages that are read of a thread at one time, from the end, and threads that are read at one time. */
const looked = 50;
const threadsAtOnce = 200;

/**
 * Makes what weighs conversations that wait. What their words say is remembered, since a queue is looked at every few seconds, and only
 * what has been written since is read; of a long queue that is new only a part is read each time, and the rest counts as nothing until
 * then.
 */
export function createThreadRisks(): (
  reader: Reader,
  threads: readonly Thread[],
) => Promise<Map<string, ThreadRisk>> {
  let known = new Map<string, Said>();

  return async (reader, threads) => {
    const kept = new Map<string, Said>();
    const news: Array<{ thread: Thread; before: Said }> = [];
    for (const thread of threads) {
      const before = known.get(thread.id) ?? unheard;
      if (before.lastSeq === thread.lastSeq) kept.set(thread.id, before);
      else if (news.length < threadsAtOnce) news.push({ thread, before });
    }
    const places = news.map(({ thread, before }) => ({ id: thread.id, after: before.lastSeq }));
    const words = await readCustomerWords(reader, places, looked);
    for (const { thread, before } of news) kept.set(thread.id, listen(thread, words.get(thread.id), before));
    known = kept;
    return weighThreads(reader, threads, kept);
  };
}

/** Signals stay; of categories the last that is clear counts. */
function listen({ lastSeq, locale, language }: Thread, words: string | undefined, before: Said): Said {
  if (words === undefined) return { ...before, lastSeq };
  const heard = hear(words, locale, language);
  const signals = new Set([...before.signals, ...findTakeoverSignals(words, locale, heard)]);
  const category = clearCategory(classifyText(words, locale, heard)) ?? before.category;
  return { lastSeq, signals: [...signals], category };
}

async function weighThreads(
  reader: Reader,
  threads: readonly Thread[],
  said: ReadonlyMap<string, Said>,
): Promise<Map<string, ThreadRisk>> {
  const prices = await readPrices(reader);
  const customers = await readCustomers(reader, [...new Set(threads.map((it) => it.customerId))]);
  const tickets = await stakesOfConversations(
    reader,
    threads.map(({ id }) => id),
  );
  return new Map(
    threads.map((thread) => {
      const heard = said.get(thread.id);
      const ticket = tickets.get(thread.id);
      const category = ticket?.category ?? heard?.category ?? thread.topic ?? 'other';
      const stake = {
        category,
        fields: ticket?.fields ?? {},
        tier: customers.get(thread.customerId)?.tier ?? ('standard' as const),
        signals: heard?.signals ?? [],
        waitingSince: null,
      };
      return [thread.id, { risk: weigh(stake, prices, reader.now).score, category }];
    }),
  );
}
