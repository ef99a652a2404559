import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Database, Reader } from '../../../platform/database/database.ts';
import { readSetting, writeSetting } from '../../../platform/setting-store.ts';
import { emptySearches } from '../../helpcenter/index.ts';
import { forgetEmptyClusters, insertClusters } from './cluster-store.ts';
import { featuresOf } from './features.ts';
import { placeQuestions } from './place-questions.ts';
import {
  forgetQuestions,
  holdQuestions,
  insertQuestions,
  keysKept,
  listPlaced,
  type QuestionRecord,
} from './question-store.ts';
import { questionsOf } from './questions-of-conversation.ts';
import { redactQuestion } from './redact-question.ts';
import { listTroubles } from './trouble-store.ts';

const gatheredKey = 'assistant.gathered';
const day = 24 * 3_600_000;
/** Days that a question is kept, and looked back for at first. */
const kept = 90 * day;
/** Questions that are kept at most. */
const most = 5000;
/** What was written by a transaction that was not seen yet: looked at again. In milliseconds. */
const overlap = 60_000;
/** Turns and searches that are looked at in one pass. */
const inOnePass = 200;

const gathered = z.object({ turns: z.iso.datetime(), searches: z.iso.datetime(), at: z.iso.datetime() });

/** When questions were gathered last; null for never. */
export async function gatheredAt(reader: Reader): Promise<string | null> {
  return gathered.safeParse(await readSetting(reader, gatheredKey)).data?.at ?? null;
}

/**
 * Takes in what was not answered well since the last time: questions of conversations, and searches that found nothing, each once; puts them to
 * clusters, and forgets what is too old. Several nodes may do it at once. Answers how many questions came in.
 */
export async function gatherQuestions(database: Database): Promise<number> {
  const last = gathered.safeParse(await readSetting(database.reader(), gatheredKey)).data;
  let added = 0;
  let from: Progress | undefined;
  for (;;) {
    const pass = await gatherOnce(database, from ?? startOf(last));
    added += pass.added;
    from = pass.next;
    if (!pass.more) return added;
    await setImmediate();
  }
}

interface Progress {
  readonly turns: Date;
  readonly searches: Date;
}

const startOf =
  (last: z.infer<typeof gathered> | undefined) =>
  (now: Date): Progress => {
    const back = (at: string | undefined) =>
      at === undefined ? new Date(now.getTime() - kept) : new Date(new Date(at).getTime() - overlap);
    return { turns: back(last?.turns), searches: back(last?.searches) };
  };

async function gatherOnce(database: Database, start: Progress | ((now: Date) => Progress)) {
  return database.write(async (tx) => {
    await holdQuestions(tx);
    const from = typeof start === 'function' ? start(tx.now) : start;
    const [troubles, searches] = [
      await listTroubles(tx, from.turns, inOnePass),
      await emptySearches(tx, from.searches, inOnePass),
    ];
    const found: Array<Omit<QuestionRecord, 'features'>> = [];
    for (const conversationId of new Set(troubles.map((it) => it.conversationId)))
      for (const { seq, cause, locale, text, at } of await questionsOf(tx, conversationId))
        found.push({
          id: newId(),
          key: `turn:${conversationId}:${seq}`,
          cause,
          conversationId,
          locale,
          text,
          clusterId: null,
          askedAt: at,
        });
    for (const { id, text, locale, searchedAt } of searches) {
      const bare = redactQuestion(text, locale);
      if (bare !== '')
        found.push({
          id: newId(),
          key: `search:${id}`,
          cause: 'no_result',
          conversationId: null,
          locale,
          text: bare,
          clusterId: null,
          askedAt: searchedAt,
        });
    }
    const known = await keysKept(
      tx,
      found.map((it) => it.key),
    );
    const fresh = found
      .filter((it) => !known.has(it.key))
      .toSorted((a, b) => a.askedAt.getTime() - b.askedAt.getTime())
      .map((it) => ({ ...it, features: featuresOf(it.text, it.locale) }));
    if (fresh.length > 0) {
      const standing = await listPlaced(tx);
      const placed = placeQuestions([...standing, ...fresh], newId);
      const before = new Set(standing.map((it) => it.clusterId));
      await insertClusters(
        tx,
        [...new Set(placed.values())].filter((id) => !before.has(id)),
      );
      await insertQuestions(
        tx,
        fresh.map((it) => ({ ...it, clusterId: placed.get(it.id) ?? null })),
      );
    }
    await forgetQuestions(tx, new Date(tx.now.getTime() - kept), most);
    await forgetEmptyClusters(tx);
    const next = {
      turns: troubles.at(-1)?.at ?? from.turns,
      searches: searches.at(-1)?.searchedAt ?? from.searches,
    };
    const moved = next.turns > from.turns || next.searches > from.searches;
    const full = troubles.length === inOnePass || searches.length === inOnePass;
    await writeSetting(tx, gatheredKey, {
      turns: next.turns.toISOString(),
      searches: next.searches.toISOString(),
      at: tx.now.toISOString(),
    });
    return { added: fresh.length, next, more: full && moved };
  });
}
