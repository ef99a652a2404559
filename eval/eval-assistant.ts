import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import {
  classify,
  type Features,
  type Guess,
  guessIntents,
  probabilities,
  readUtterances,
  type Sample,
  shippedConceptFinder,
  type Training,
  textFeatures,
  trainPart,
} from '@fairlead/understanding';
import { printTable } from '../bench/table.ts';
import { trainSideBySide } from '../scripts/train-side-by-side.ts';
import { evalLanguages } from './eval-languages.ts';
import { inChance } from './in-chance.ts';
import { readTable } from './read-table.ts';

const outOfScope = 'out_of_scope';
const columns = [
  'language',
  'utterances',
  'accuracy',
  'macro F1',
  'in first three',
  'out of scope, recall at 95 % coverage',
  'surest half is above',
  'of those right',
];

/** One text that the model had not seen. */
interface Answered {
  readonly set: string;
  readonly label: string;
  readonly guessed: string;
  readonly inThree: boolean;
  /** How likely it held its guess. */
  readonly sure: number;
}

/**
 * How well intents are understood, language by language, by cross-validation: each utterance by a model that learned from the other two
 * thirds. What customers write plainly is understood better: the utterances were written to be unlike each other.
 */
export async function evalAssistant(): Promise<void> {
  evalLanguages();
  const utterances = readUtterances();
  const begun = performance.now();
  const training = await trainSideBySide();
  const seconds = (performance.now() - begun) / 1000;
  const answers = answersOf(training, (at) => utterances[at]?.locale ?? '');
  printTable(
    `Intents of ${utterances.length} utterances, three-fold; learned in ${seconds.toFixed(0)} s`,
    columns,
    [...bySet(answers)].map(([set, answers]) => [set, answers.length, ...figures(answers)]),
  );
  // First: it measures how long the model takes to load too.
  timeGuesses(utterances);
  evalHeldOut();
  const folder = process.env['FAIRLEAD_EVALUATION_DATA'];
  if (!folder || !existsSync(join(folder, 'banking77'))) {
    console.log(
      '\nBANKING77 and CLINC150 are not here: set FAIRLEAD_EVALUATION_DATA to a folder that holds them.',
    );
    return;
  }
  evalBanking(readBanking(folder));
  evalClinc(readClinc(folder));
}

/** Told by what the product's own utterances are told by; the concepts are those of the product, made without these sets. */
function asInProduct(): (text: string) => Features {
  const conceptsIn = shippedConceptFinder();
  return (text) => textFeatures(text, conceptsIn);
}

/** Cross-validated: learned from two thirds and, as close as one comes to learning from all and being asked about others, from nine tenths. */
function evalBanking(samples: readonly Sample[]): void {
  const mixed = inChance(samples);
  const rows = [3, 10].map((folds) => {
    const started = performance.now();
    const found = crossValidate(mixed, asInProduct(), folds);
    const seconds = (performance.now() - started) / 1000 / folds;
    const [accuracy, f1, three] = figures(found);
    return [folds, accuracy ?? '', meanRecall(found).toFixed(3), f1 ?? '', three ?? '', seconds.toFixed(0)];
  });
  printTable(
    `BANKING77, ${samples.length} texts, cross-validated with as much of each label in each fold`,
    ['folds', 'accuracy', 'mean of the labels', 'macro F1', 'in first three', 's a training'],
    rows,
  );
}

/** What a model makes of each text that learned from all the others but those of its fold. Every fold has its share of each label. */
function crossValidate(
  samples: readonly Sample[],
  featuresIn: (text: string) => Features,
  folds: number,
): Answered[] {
  const dealt = [...Map.groupBy(samples, (it) => it.label).values()].flat();
  const foldOf = new Map(dealt.map((it, at) => [it, at % folds]));
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const { model } = trainPart(
      samples.filter((it) => foldOf.get(it) !== fold),
      featuresIn,
      -1,
    );
    return samples
      .filter((it) => foldOf.get(it) === fold)
      .map(({ text, label }) => answered('BANKING77', label, classify(model, featuresIn(text))));
  });
}

/** Learned once, from what is given to learn from, without its texts out of scope; asked about the rest and all that is out of scope. */
function evalClinc({ learned, asked }: ReturnType<typeof readClinc>): void {
  const started = performance.now();
  const featuresIn = asInProduct();
  const { model } = trainPart(learned, featuresIn, -1);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const found = asked.map(({ text, label }) =>
    answered('CLINC150', label, classify(model, featuresIn(text))),
  );
  const within = found.filter(({ label }) => label !== outOfScope);
  printTable(
    `CLINC150, learned from ${learned.length} texts in ${seconds} s, asked about ${within.length} and ${found.length - within.length} out of scope`,
    ['accuracy', 'macro F1', 'in first three', 'out of scope, recall at 95 % coverage'],
    [[...figures(within).slice(0, 3), scopeRecall(found).toFixed(3)]],
  );
}

/** The model that is kept, asked about what was written by somebody who had not seen what it learned from. */
function evalHeldOut(): void {
  const folder = join(import.meta.dirname, 'held-out-utterances');
  const answers = readdirSync(folder).flatMap((name) =>
    Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string[]>).flatMap(
      ([label, texts]) => texts.map((text) => ask(name.replace('.json', ''), label, text)),
    ),
  );
  printTable(
    'Intents of utterances that were held out: written apart from those that were learned from',
    columns,
    [...bySet(answers)].map(([set, own]) => [set, own.length, ...figures(own)]),
  );
}

const ask = (set: string, label: string, text: string): Answered => answered(set, label, guessIntents(text));

function answered(set: string, label: string, [best, ...others]: readonly Guess[]): Answered {
  return {
    set,
    label,
    guessed: best?.label ?? '',
    inThree: [best, ...others.slice(0, 2)].some((it) => it?.label === label),
    sure: best?.probability ?? 0,
  };
}

function answersOf({ model, heldBack }: Training, setOf: (at: number) => string): Answered[] {
  return heldBack.map(({ scores, label }, at) => {
    const likely = probabilities(scores, model.sharpness);
    const order = [...likely.keys()].toSorted((a, b) => (likely[b] ?? 0) - (likely[a] ?? 0));
    const [best = 0] = order;
    return {
      set: setOf(at),
      label: model.labels[label] ?? '',
      guessed: model.labels[best] ?? '',
      inThree: order.slice(0, 3).includes(label),
      sure: likely[best] ?? 0,
    };
  });
}

function bySet(answers: readonly Answered[]): Map<string, Answered[]> {
  return Map.groupBy([...answers, ...answers.map((it) => ({ ...it, set: 'all' }))], (it) => it.set);
}

function figures(answers: readonly Answered[]): string[] {
  const right = (of: readonly Answered[]) =>
    of.filter((it) => it.label === it.guessed).length / (of.length || 1);
  const surest = answers.toSorted((a, b) => b.sure - a.sure).slice(0, Math.ceil(answers.length / 2));
  return [
    right(answers),
    macroF1(answers),
    answers.filter((it) => it.inThree).length / answers.length,
    scopeRecall(answers),
    surest.at(-1)?.sure ?? 0,
    right(surest),
  ].map((share) => share.toFixed(3));
}

/** How often it is right about a label, on the mean of all: what it would be right about if all were asked about as often. */
function meanRecall(answers: readonly Answered[]): number {
  const shares = [...Map.groupBy(answers, (it) => it.label)].map(
    ([label, own]) => own.filter((it) => it.guessed === label).length / own.length,
  );
  return shares.reduce((sum, it) => sum + it, 0) / shares.length;
}

function macroF1(answers: readonly Answered[]): number {
  const labels = [...new Set(answers.map((it) => it.label))];
  const scores = labels.map((label) => {
    const both = answers.filter((it) => it.label === label && it.guessed === label).length;
    const either =
      answers.filter((it) => it.label === label).length + answers.filter((it) => it.guessed === label).length;
    return (2 * both) / either;
  });
  return scores.reduce((sum, it) => sum + it, 0) / labels.length;
}

/** Of what is out of scope: how much is left unanswered, guessed to be so or below the sureness that nineteen in twenty of what is in scope reach. */
function scopeRecall(answers: readonly Answered[]): number {
  const within = answers
    .filter((it) => it.label !== outOfScope)
    .map((it) => (it.guessed === outOfScope ? 0 : it.sure));
  const threshold = within.toSorted((a, b) => a - b)[Math.floor(within.length * 0.05)] ?? 0;
  const outside = answers.filter((it) => it.label === outOfScope);
  return (
    outside.filter((it) => it.guessed === outOfScope || it.sure < threshold).length / (outside.length || 1)
  );
}

function timeGuesses(utterances: readonly Sample[]): void {
  const begun = performance.now();
  guessIntents('');
  const load = performance.now() - begun;
  const times = utterances.slice(0, 2000).map(({ text }) => {
    const start = performance.now();
    guessIntents(text);
    return performance.now() - start;
  });
  const at = (share: number) =>
    (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(2);
  printTable(
    'Speed of the model that is kept',
    ['load ms', 'p50 ms a text', 'p99 ms'],
    [[load.toFixed(0), at(0.5), at(0.99)]],
  );
}

function readBanking(folder: string): Sample[] {
  return readTable(readFileSync(join(folder, 'banking77/train.csv'), 'utf8'))
    .slice(1)
    .flatMap(([text, label]) => (text !== undefined && label ? [{ text: text.trim(), label }] : []));
}

function readClinc(folder: string): { learned: Sample[]; asked: Sample[] } {
  const sets = JSON.parse(readFileSync(join(folder, 'clinc150/train_val.json'), 'utf8')) as Record<
    'train' | 'val' | 'oos_train' | 'oos_val',
    Array<[string, string]>
  >;
  const samplesOf = (pairs: ReadonlyArray<readonly [string, string]>) =>
    pairs.map(([text, label]) => ({ text, label: label === 'oos' ? outOfScope : label }));
  return {
    learned: samplesOf(sets.train),
    asked: samplesOf([...sets.val, ...sets.oos_train, ...sets.oos_val]),
  };
}
