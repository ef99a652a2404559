import { setImmediate } from 'node:timers/promises';
import { type ModelOutcome, modelOutcome } from '@fairlead/contract';
import { z } from 'zod';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Database, Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readSetting, writeSetting } from '../../../platform/setting-store.ts';
import { emptySearches } from '../../helpcenter/index.ts';
import type { Embedder } from '../model/embed/embedder.ts';
import { forgetEmptyClusters, insertClusters } from './cluster-store.ts';
import { featuresOf } from './features.ts';
import { type Meaning, readyMeaning } from './meaning/embed-questions.ts';
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

const gathered = z.object({
  turns: z.iso.datetime(),
  searches: z.iso.datetime(),
  at: z.iso.datetime(),
  /** What came of asking an embeddings model; null where none was. */
  embeddings: modelOutcome.nullable().default(null),
});

/** When questions were gathered last, null for never; and what came of asking an embeddings model then, null where none was. */
export async function readGathering(
  reader: Reader,
): Promise<{ gatheredAt: string | null; embeddings: ModelOutcome | null }> {
  const last = gathered.safeParse(await readSetting(reader, gatheredKey)).data;
  return { gatheredAt: last?.at ?? null, embeddings: last?.embeddings ?? null };
}

/**
 * Takes in what was not answered well since the last time: questions of conversations, and searches that found nothing, each once; puts them to
 * clusters, with what an embeddings model says of them, where one is set up and tells within so many milliseconds in all; and forgets what is too old.
 * Several nodes may do it at once. Answers how many questions came in.
 */
export async function gatherQuestions(
  { clock, database }: Pick<Platform, 'clock' | 'database'>,
  embedder: Embedder,
  within: number,
): Promise<number> {
  const last = gathered.safeParse(await readSetting(database.reader(), gatheredKey)).data;
  const meaning = await readyMeaning(database, embedder, within);
  let added = 0;
  let from = startOf(last, clock.now());
  for (;;) {
    const found = await findQuestions(database.reader(), from);
    added += await keepQuestions(database, found, meaning);
    if (!found.more) return added;
    from = found.next;
    await setImmediate();
  }
}

interface Progress {
  readonly turns: Date;
  readonly searches: Date;
}

function startOf(last: z.infer<typeof gathered> | undefined, now: Date): Progress {
  const back = (at: string | undefined) =>
    at === undefined ? new Date(now.getTime() - kept) : new Date(new Date(at).getTime() - overlap);
  return { turns: back(last?.turns), searches: back(last?.searches) };
}

/** What one pass found that is not kept yet, the first first. */
interface Found {
  readonly questions: readonly QuestionRecord[];
  readonly next: Progress;
  readonly more: boolean;
}

async function findQuestions(reader: Reader, from: Progress): Promise<Found> {
  const [troubles, searches] = [
    await listTroubles(reader, from.turns, inOnePass),
    await emptySearches(reader, from.searches, inOnePass),
  ];
  const found: Array<Omit<QuestionRecord, 'features' | 'id' | 'clusterId'>> = [];
  for (const conversationId of new Set(troubles.map((it) => it.conversationId)))
    for (const { seq, cause, locale, text, at } of await questionsOf(reader, conversationId))
      found.push({
        key: `turn:${conversationId}:${seq}`,
        cause,
        conversationId,
        locale,
        text,
        askedAt: at,
      });
  for (const { id, text, locale, searchedAt } of searches) {
    const bare = redactQuestion(text, locale);
    if (bare !== '')
      found.push({
        key: `search:${id}`,
        cause: 'no_result',
        conversationId: null,
        locale,
        text: bare,
        askedAt: searchedAt,
      });
  }
  const known = await keysKept(
    reader,
    found.map((it) => it.key),
  );
  const next = {
    turns: troubles.at(-1)?.at ?? from.turns,
    searches: searches.at(-1)?.searchedAt ?? from.searches,
  };
  const moved = next.turns > from.turns || next.searches > from.searches;
  const full = troubles.length === inOnePass || searches.length === inOnePass;
  return {
    questions: found
      .filter((it) => !known.has(it.key))
      .toSorted((a, b) => a.askedAt.getTime() - b.askedAt.getTime())
      .map((it) => ({ ...it, id: newId(), clusterId: null, features: featuresOf(it.text, it.locale) })),
    next,
    more: full && moved,
  };
}

/** Puts what was found to clusters, but what another node has kept meanwhile. */
async function keepQuestions(
  database: Database,
  { questions, next }: Found,
  meaning: Meaning | null,
): Promise<number> {
  const directions = (await meaning?.directionsOf(questions)) ?? new Map<string, Buffer>();
  return database.write(async (tx) => {
    await holdQuestions(tx);
    const known = await keysKept(
      tx,
      questions.map((it) => it.key),
    );
    const fresh = questions.filter((it) => !known.has(it.key));
    if (fresh.length > 0) {
      const standing = await listPlaced(tx, meaning?.name ?? null);
      const placed = placeQuestions(
        [...standing, ...fresh.map((it) => ({ ...it, direction: directions.get(it.id) ?? null }))],
        newId,
        meaning?.scale ?? null,
      );
      const before = new Set(standing.map((it) => it.clusterId));
      await insertClusters(
        tx,
        [...new Set(placed.values())].filter((id) => !before.has(id)),
      );
      await insertQuestions(
        tx,
        fresh.map((it) => ({ ...it, clusterId: placed.get(it.id) ?? null })),
        meaning && { name: meaning.name, directions },
      );
    }
    await forgetQuestions(tx, new Date(tx.now.getTime() - kept), most);
    await forgetEmptyClusters(tx);
    await writeSetting(tx, gatheredKey, {
      turns: next.turns.toISOString(),
      searches: next.searches.toISOString(),
      at: tx.now.toISOString(),
      embeddings: meaning?.outcome ?? null,
    });
    return fresh.length;
  });
}
