import type { Locale } from '@fairlead/contract';
import { type Features, featuresOf, type MeaningScale, placeQuestions } from '@fairlead/server/testing';
import {
  joinTrainings,
  readHeldOut,
  readUtterances,
  replaceIntentModel,
  shippedConceptFinder,
  textFeatures,
  trainPart,
  writeModel,
} from '@fairlead/understanding';
import { printTable } from '../bench/table.ts';
import { namedModel } from './embed-texts.ts';
import { inChance } from './in-chance.ts';
import { measureClusters } from './measure-clusters.ts';

const outOfScope = 'out_of_scope';
/** Questions that are put together at a time: about as many as a busy week leaves unanswered. */
const atATime = 700;
/** So sure the assistant answers; below, it may not. */
const answers = 0.5;

interface Asked {
  readonly label: string;
  readonly text: string;
  readonly features: Features;
}

/**
 * How well questions of one matter are put together across languages, on utterances that the classifier has not seen: all of them, those that it is
 * not sure of, and those about what it has no intent for, which is how a new matter looks: as if it had none, and by a classifier that was trained
 * without a third of the intents (others than those with which the weights of likeness were chosen).
 */
export async function evalLearning(): Promise<void> {
  const asked = heldOut();
  const sure = ({ features }: Asked) => features.guesses[0]?.[1] ?? 0;
  const sets: Array<[string, Asked[]]> = [
    ['known matters', asked.slice(0, atATime)],
    ['what it is not sure of', asked.filter((it) => sure(it) < answers)],
    ['matters as if without an intent', asked.slice(0, atATime).map(withoutIntent)],
    ...matters(askedOfOther()),
  ];
  printClusters(
    'Clusters of questions, by what they are about',
    sets.map(([name, of]) => [name, place(of)]),
  );
  await withModel(sets);
  const rows = pairsOfLanguages(asked).map(([name, of]) => {
    const { purity, f1 } = measureClusters(place(of));
    return [name, of.length, purity.toFixed(3), f1.toFixed(3)];
  });
  printTable('Known matters, by language and mix', ['languages', 'of', 'purity', 'pairwise F1'], rows);
}

/** The same by an embeddings model, where one is named. */
async function withModel(sets: ReadonlyArray<[string, Asked[]]>): Promise<void> {
  const model = await namedModel();
  if (!model) {
    console.log(
      '\nNo embeddings model: FAIRLEAD_EMBEDDINGS_AT and FAIRLEAD_EMBEDDINGS_MODEL name one that speaks OpenAI’s API.',
    );
    return;
  }
  const rows: Array<[string, Placed[]]> = [];
  for (const [name, of] of sets)
    rows.push([
      name,
      place(of, { scale: model.scale, directions: await model.directionsOf(of.map((it) => it.text)) }),
    ]);
  const { right, counts } = model.scale;
  printClusters(`With embeddings: right ${right.toFixed(3)}, counts ${counts.toFixed(2)}`, rows);
}

function printClusters(title: string, sets: ReadonlyArray<[string, Placed[]]>): void {
  printTable(
    title,
    ['questions', 'of', 'clusters', 'purity', 'precision', 'recall', 'pairwise F1', 'F1 across languages'],
    sets.map(([name, placed]) => {
      const all = measureClusters(placed);
      const across = measureClusters(placed, 'across languages');
      const shares = [all.purity, all.precision, all.recall, all.f1, across.f1].map((it) => it.toFixed(3));
      return [name, placed.length, all.clusters, ...shares];
    }),
  );
}

/** As if there were no intent for what it is about. */
function withoutIntent({ label, text, features }: Asked): Asked {
  const leanings = features.leanings.filter(([it]) => it !== label);
  const mean = leanings.reduce((sum, [, fit]) => sum + fit, 0) / (leanings.length || 1);
  return {
    label,
    text,
    features: {
      ...features,
      guesses: features.guesses.filter(([it]) => it !== label),
      leanings: leanings.map(([it, fit]) => [it, fit - mean]),
    },
  };
}

/** All held-out utterances, as a classifier hears them that was trained without a third of the intents; and which those are. */
function askedOfOther(): { asked: Asked[]; leftOut: ReadonlySet<string> } {
  const utterances = readUtterances();
  const labels = [...new Set(utterances.map((it) => it.label))].filter((it) => it !== outOfScope).sort();
  const leftOut = new Set(labels.filter((_, at) => at % 3 === 2));
  const conceptsIn = shippedConceptFinder();
  const learned = utterances.filter((it) => !leftOut.has(it.label));
  const train = (part: number) => trainPart(learned, (text) => textFeatures(text, conceptsIn), part);
  // One part is enough to know how sure it may be.
  replaceIntentModel(writeModel(joinTrainings([train(-1), train(0)]).model));
  const asked = heldOut();
  replaceIntentModel(null);
  return { asked, leftOut };
}

function matters({ asked, leftOut }: ReturnType<typeof askedOfOther>): Array<[string, Asked[]]> {
  const unknown = asked.filter((it) => leftOut.has(it.label));
  const known = asked.filter((it) => !leftOut.has(it.label)).slice(0, unknown.length);
  return [
    ['matters that it was not trained on', unknown],
    [
      'half of such, half of known ones',
      inChance([...unknown.filter((_, at) => at % 2 === 0), ...known.filter((_, at) => at % 2 === 0)]),
    ],
  ];
}

const heldOut = (): Asked[] =>
  inChance(
    readHeldOut()
      .filter((it) => it.label !== outOfScope)
      .map(({ text, label, locale }) => ({ label, text, features: featuresOf(text, locale as Locale) })),
  );

type Placed = ReturnType<typeof place>[number];

function place(
  asked: readonly Asked[],
  by: { scale: MeaningScale; directions: readonly Buffer[] } | null = null,
) {
  let clusters = 0;
  const placed = placeQuestions(
    asked.map(({ features }, at) => ({
      id: String(at),
      features,
      clusterId: null,
      direction: by?.directions[at] ?? null,
    })),
    () => {
      clusters += 1;
      return String(clusters);
    },
    by?.scale ?? null,
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
