import { readFrequency } from './field-frequencies.ts';
import { bodyField, fields } from './held-document.ts';
import type { Clause, Group } from './search-plan.ts';
import type { FrequencyTally } from './tally.ts';
import type { TranslationIndex } from './translation-index.ts';

/** How much a word counts in title, summary, headings and tags. */
const frontWeights = [3, 1.5, 1.2, 1.5];
/** How soon more of the same word adds nothing. In front and in the body apart, else a long text would count for as much as a title. */
const saturation = 1.2;
/** The front as a whole, against the body. */
const frontShare = 1.2;
/** Frequencies in the body stand above this. */
const bodyUnit = 1 << 18;

/** What was found: documents with anything of what was asked for, and how much of it each has. */
export interface Scores {
  /** Numbers of documents, in no order. */
  readonly found: readonly number[];
  /** By number of document; good until the next search. */
  readonly totals: Float64Array;
  /** What each clause can count at most, about: how rare it is, times its weight. */
  readonly masses: readonly number[];
}

/** Scores documents by BM25F: for each clause the best of its groups, rarer ones counting more, more of the same less and less. */
export function scoreDocuments(clauses: readonly Clause[], index: TranslationIndex): Scores {
  const { total, best, frequency } = index.tallies();
  const masses: number[] = [];
  for (const clause of clauses) {
    let mass = 0;
    for (const group of clause.groups) {
      countGroup(group, index, frequency);
      if (frequency.touched.length === 0) continue;
      const worth = group.weight * rarity(frequency.touched.length, index.size);
      mass = Math.max(mass, worth);
      const { front, body, touched } = frequency;
      for (const document of touched)
        best.raise(
          document,
          worth * (frontShare * saturate(front[document] ?? 0) + saturate(body[document] ?? 0)),
        );
      frequency.empty();
    }
    for (const document of best.touched) total.add(document, clause.weight * (best.values[document] ?? 0));
    masses.push(clause.weight * mass);
    best.empty();
  }
  return { found: total.touched, totals: total.values, masses };
}

const rarity = (holding: number, all: number): number =>
  Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

const saturate = (often: number): number => (often * (saturation + 1)) / (often + saturation);

/** Walks the postings of a group: what most of the time of a search goes into. */
function countGroup({ variants }: Group, index: TranslationIndex, frequency: FrequencyTally): void {
  const norms = index.norms();
  const { front, body, touched } = frequency;
  for (const { term, weight } of variants) {
    const list = index.postings.list(term);
    const end = 2 * index.postings.count(term);
    for (let at = 0; at < end; at += 2) {
      const document = list[at] ?? 0;
      const packed = list[at + 1] ?? 0;
      const inFront = front[document] ?? 0;
      const inBody = body[document] ?? 0;
      if (inFront === 0 && inBody === 0) touched.push(document);
      body[document] =
        inBody +
        weight * readFrequency(packed, bodyField) * (norms[document * fields.length + bodyField] ?? 0);
      // Most words stand in the body only.
      if (packed % bodyUnit !== 0) front[document] = inFront + weight * weighFront(packed, document, norms);
    }
  }
}

function weighFront(packed: number, document: number, norms: Float32Array): number {
  let often = 0;
  for (let field = 0; field < bodyField; field += 1)
    often +=
      readFrequency(packed, field) *
      (norms[document * fields.length + field] ?? 0) *
      (frontWeights[field] ?? 0);
  return often;
}
