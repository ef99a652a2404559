import type { Locale } from '@fairlead/contract';
import { type Features, featuresOf, placeQuestions } from '@fairlead/server/testing';
import { readHeldOut } from '@fairlead/understanding';
import { printTable } from '../bench/table.ts';
import { measureClusters } from './measure-clusters.ts';

const outOfScope = 'out_of_scope';
/** Questions that are put together at a time: about as many as a busy week leaves unanswered. */
const atATime = 700;
/** So sure the assistant answers; below, it may not. */
const answers = 0.5;

interface Asked {
  readonly label: string;
  readonly features: Features;
}

/**
 * How well questions of one matter are put together across languages, on utterances that the classifier has not seen: all of them, those that it is
 * not sure of, and as if it had no intent for what they are about, which is how a new matter looks.
 */
export async function evalLearning(): Promise<void> {
  const asked = inChance(
    readHeldOut()
      .filter((it) => it.label !== outOfScope)
      .map(({ text, label, locale }) => ({ label, features: featuresOf(text, locale as Locale) })),
  );
  const sure = ({ features }: Asked) => features.guesses[0]?.[1] ?? 0;
  const sets: Array<[string, Asked[]]> = [
    ['known matters', asked.slice(0, atATime)],
    ['what it is not sure of', asked.filter((it) => sure(it) < answers)],
    ['matters without an intent', asked.slice(0, atATime).map(withoutIntent)],
  ];
  printTable(
    'Clusters of questions, by what they are about',
    ['questions', 'of', 'clusters', 'purity', 'precision', 'recall', 'pairwise F1', 'F1 across languages'],
    sets.map(([name, of]) => {
      const placed = place(of);
      const all = measureClusters(placed);
      const across = measureClusters(placed, 'across languages');
      const shares = [all.purity, all.precision, all.recall, all.f1, across.f1].map((it) => it.toFixed(3));
      return [name, of.length, all.clusters, ...shares];
    }),
  );
  const rows = pairsOfLanguages(asked).map(([name, of]) => {
    const { purity, f1 } = measureClusters(place(of));
    return [name, of.length, purity.toFixed(3), f1.toFixed(3)];
  });
  printTable('Known matters, by language and mix', ['languages', 'of', 'purity', 'pairwise F1'], rows);
}

/** As if there were no intent for what it is about. */
const withoutIntent = ({ label, features }: Asked): Asked => ({
  label,
  features: { ...features, guesses: features.guesses.filter(([it]) => it !== label) },
});

function place(asked: readonly Asked[]) {
  let clusters = 0;
  const placed = placeQuestions(
    asked.map(({ features }, at) => ({ id: String(at), features, clusterId: null })),
    () => {
      clusters += 1;
      return String(clusters);
    },
  );
  return asked.map(({ label, features }, at) => ({
    label,
    language: features.language,
    cluster: placed.get(String(at)) ?? '',
  }));
}

/** Each language alone, and each with English. */
function pairsOfLanguages(asked: readonly Asked[]): Array<[string, Asked[]]> {
  const languages = [...new Set(asked.map((it) => it.features.language))].sort();
  const of = (...names: string[]) => asked.filter((it) => names.includes(it.features.language));
  return [
    ...languages.map((it): [string, Asked[]] => [it, of(it)]),
    ...languages.filter((it) => it !== 'en').map((it): [string, Asked[]] => [`en + ${it}`, of('en', it)]),
  ];
}

/** In an order that looks like chance and is the same each time. */
function inChance<T>(items: readonly T[]): T[] {
  let state = 7;
  return items
    .map((item) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return { item, at: state };
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
