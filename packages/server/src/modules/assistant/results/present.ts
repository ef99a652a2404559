import type { AssistantExample, AssistantRun, Locale, RunFailure } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { readAgentCards } from '../../people/index.ts';
import type { Knowledge } from '../think.ts';
import { traceOf } from '../trace.ts';
import type { Judged } from './evaluate.ts';
import { type ExampleRecord, kindOf } from './example.ts';
import { answeredFrom } from './judge.ts';
import { findRun, type KeptFailure, listFailures, type RunRecord, runBefore } from './run-store.ts';

/** Names of agents, by id. */
export async function namesOf(reader: Reader, ids: ReadonlyArray<string | null>) {
  const cards = await readAgentCards(reader, [...new Set(ids.filter((id) => id !== null))]);
  return (id: string | null) => {
    const card = id === null ? undefined : cards.get(id);
    return id !== null && card ? { id, name: card.name } : null;
  };
}

/** Titles of the articles that an example expects, of those that are published. */
function titlesOf({ library, help }: Knowledge, ids: readonly string[], locale: Locale) {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const article = library.byId(id);
      return article ? [[id, help.line(article, locale).title]] : [];
    }),
  );
}

/** Examples as the console shows them. */
export async function presentExamples(
  reader: Reader,
  knowledge: Knowledge,
  records: readonly ExampleRecord[],
): Promise<AssistantExample[]> {
  const { library } = knowledge;
  await library.ready();
  const nameOf = await namesOf(
    reader,
    records.map((it) => it.authorId),
  );
  return records.map(({ authorId, createdAt, ...body }) => ({
    ...body,
    kind: kindOf(body.expect),
    titles: titlesOf(knowledge, body.expect.articles, body.locale),
    author: nameOf(authorId),
    createdAt: createdAt.toISOString(),
  }));
}

/** Runs as the console shows them. */
export async function presentRuns(reader: Reader, runs: readonly RunRecord[]): Promise<AssistantRun[]> {
  const nameOf = await namesOf(
    reader,
    runs.map((it) => it.startedBy),
  );
  return runs.map(
    ({ settings: _settings, examples: _examples, startedBy, startedAt, finishedAt, ...run }) => ({
      ...run,
      startedBy: nameOf(startedBy),
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    }),
  );
}

/** A failure as it is kept: the example as it was, and what came instead. */
export function failureOf(knowledge: Knowledge, { example, thought, missed }: Judged): KeptFailure {
  const { authorId: _author, createdAt: _at, setId: _set, ...body } = example;
  return {
    example: { ...body, titles: titlesOf(knowledge, body.expect.articles, body.locale) },
    missed: [...missed],
    got: { text: thought.text, articleId: answeredFrom(thought), trace: traceOf(thought) },
  };
}

/** What changed between two runs, by the examples that both asked. Pure. */
function changesOf(
  now: { failures: readonly KeptFailure[]; examples: readonly string[] },
  before: { failures: readonly KeptFailure[]; examples: readonly string[] } | undefined,
): { failures: RunFailure[]; mended: Array<{ id: string; locale: Locale; text: string }> } {
  const askedBefore = new Set(before?.examples);
  const wrongBefore = new Set(before?.failures.map((it) => it.example.id));
  const wrong = new Set(now.failures.map((it) => it.example.id));
  const asked = new Set(now.examples);
  const failures = now.failures.map((it) => ({
    ...it,
    fresh: askedBefore.has(it.example.id) && !wrongBefore.has(it.example.id),
  }));
  const mended = (before?.failures ?? [])
    .map((it) => it.example)
    .filter(({ id }) => asked.has(id) && !wrong.has(id))
    .map(({ id, locale, text }) => ({ id, locale, text }));
  return { failures: failures.toSorted((a, b) => Number(b.fresh) - Number(a.fresh)), mended };
}

/** A run with what was not right, beside the one before. Undefined if there is none. */
export async function readRun(reader: Reader, id: string) {
  const run = await findRun(reader, id);
  if (!run) return undefined;
  const before = await runBefore(reader, run);
  const [failures, failuresBefore, [shown], [shownBefore]] = await Promise.all([
    listFailures(reader, id),
    before ? listFailures(reader, before.id) : [],
    presentRuns(reader, [run]),
    presentRuns(reader, before ? [before] : []),
  ]);
  if (!shown) return undefined;
  const changes = changesOf(
    { failures, examples: run.examples },
    before && { failures: failuresBefore, examples: before.examples },
  );
  return { ...shown, before: shownBefore ?? null, ...changes };
}
