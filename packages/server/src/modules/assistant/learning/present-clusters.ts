import {
  type ClusterQuestion,
  type ClusterState,
  clusterStates,
  isMappedIntent,
  type Locale,
  languageOf,
  type QuestionCluster,
  questionCauses,
} from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { type ClusterRecord, findCluster, listClusters } from './cluster-store.ts';
import { nameCluster } from './name-cluster.ts';
import { listQuestions, type QuestionLine } from './question-store.ts';

const week = 7 * 24 * 3_600_000;
const shown = 200;
const shownQuestions = 50;

/** Clusters in a state as the console shows them, the most frequent first, and how many there are in each. */
export async function presentClusters(
  reader: Reader,
  { locale, state, now }: { locale: Locale; state: ClusterState; now: Date },
): Promise<{ items: QuestionCluster[]; counts: Record<ClusterState, number> }> {
  const [clusters, questions] = await Promise.all([listClusters(reader), listQuestions(reader)]);
  const byCluster = Map.groupBy(questions, (it) => it.clusterId);
  const everywhere = shareOfAll(questions);
  const counts = Object.fromEntries(
    clusterStates.map((it) => [it, clusters.filter((one) => one.state === it).length]),
  ) as Record<ClusterState, number>;
  const items = clusters
    .filter((it) => it.state === state)
    .flatMap((it) => present(it, byCluster.get(it.id) ?? [], { locale, now, everywhere }))
    .toSorted((a, b) => b.questions - a.questions || (a.lastAt < b.lastAt ? 1 : -1));
  return { items: items.slice(0, shown), counts };
}

/** One cluster with its last questions. Undefined if there is none. */
export async function presentCluster(
  reader: Reader,
  id: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<(QuestionCluster & { items: ClusterQuestion[]; all: QuestionLine[] }) | undefined> {
  const cluster = await findCluster(reader, id);
  if (!cluster) return undefined;
  const questions = await listQuestions(reader);
  const own = questions.filter((it) => it.clusterId === id);
  const [shownCluster] = present(cluster, own, { locale, now, everywhere: shareOfAll(questions) });
  return (
    shownCluster && { ...shownCluster, items: own.slice(0, shownQuestions).map(presentQuestion), all: own }
  );
}

function shareOfAll(questions: readonly QuestionLine[]): (concept: string) => number {
  const counts = new Map<string, number>();
  for (const { features } of questions)
    for (const concept of features.concepts) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return (concept) => (counts.get(concept) ?? 0) / (questions.length || 1);
}

/** Nothing for one without questions. They come the last first. */
function present(
  { id, state, articleId }: ClusterRecord,
  questions: readonly QuestionLine[],
  { locale, now, everywhere }: { locale: Locale; now: Date; everywhere: (concept: string) => number },
): QuestionCluster[] {
  const [last] = questions;
  const first = questions.at(-1);
  if (!last || !first) return [];
  const age = (it: QuestionLine) => now.getTime() - it.askedAt.getTime();
  const sample =
    questions.find((it) => it.locale === locale) ??
    questions.find((it) => languageOf(it.locale) === languageOf(locale)) ??
    questions.find((it) => it.locale === 'en') ??
    last;
  const languages = [...Map.groupBy(questions, (it) => it.locale)].map(([of, { length }]) => ({
    locale: of,
    questions: length,
  }));
  return [
    {
      id,
      state,
      ...nameCluster(questions, locale, everywhere),
      questions: questions.length,
      causes: questionCauses
        .map((cause) => ({ cause, questions: questions.filter((it) => it.cause === cause).length }))
        .filter((it) => it.questions > 0),
      languages: languages.toSorted((a, b) => b.questions - a.questions),
      lately: questions.filter((it) => age(it) < week).length,
      before: questions.filter((it) => age(it) >= week && age(it) < 2 * week).length,
      firstAt: first.askedAt.toISOString(),
      lastAt: last.askedAt.toISOString(),
      sample: { locale: sample.locale, text: sample.text },
      articleId,
    },
  ];
}

function presentQuestion({ id, locale, text, cause, features, askedAt }: QuestionLine): ClusterQuestion {
  const [guess] = features.guesses[0] ?? [];
  const intent = guess !== undefined && isMappedIntent(guess) ? guess : null;
  return { id, locale, text, cause, intent, at: askedAt.toISOString() };
}
