import { addFrequency, readFrequency } from './field-frequencies.ts';
import { findSequence } from './find-sequence.ts';
import { bodyField, fields, type HeldDocument } from './held-document.ts';
import type { Clause, Group, Variant } from './search-plan.ts';
import { FrequencyTally, Tally } from './tally.ts';
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
  /** By number of document. */
  readonly totals: Float64Array;
  /** What each clause can count at most, about: how rare it is, times its weight. */
  readonly masses: readonly number[];
}

/** Scores documents by BM25F: for each clause the best of its groups, rarer ones counting more, more of the same less and less. */
export function scoreDocuments(clauses: readonly Clause[], index: TranslationIndex): Scores {
  const total = new Tally(index.capacity);
  const best = new Tally(index.capacity);
  const frequency = new FrequencyTally(index.capacity);
  const masses: number[] = [];
  for (const clause of clauses) {
    let mass = 0;
    for (const group of clause.groups) {
      countGroup(group, index, frequency);
      if (frequency.touched.length === 0) continue;
      const worth = group.weight * rarity(frequency.touched.length, index.size);
      mass = Math.max(mass, worth);
      for (const document of frequency.touched) {
        const front = saturate(frequency.front[document] ?? 0);
        const body = saturate(frequency.body[document] ?? 0);
        best.raise(document, worth * (frontShare * front + body));
      }
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

function countGroup({ variants }: Group, index: TranslationIndex, frequency: FrequencyTally): void {
  const norms = index.norms();
  for (const variant of variants) {
    const { postings } = index;
    const [term = 0] = variant.terms.toSorted((a, b) => postings.count(a) - postings.count(b));
    const list = postings.list(term);
    const end = 2 * postings.count(term);
    for (let at = 0; at < end; at += 2) {
      const document = list[at] ?? 0;
      const packed =
        variant.terms.length === 1 && !variant.inOrder
          ? (list[at + 1] ?? 0)
          : together(variant, document, list[at + 1] ?? 0, index);
      if (packed === 0) continue;
      const inBody = readFrequency(packed, bodyField) * (norms[document * fields.length + bodyField] ?? 0);
      frequency.add(document, variant.weight * weighFront(packed, document, norms), variant.weight * inBody);
    }
  }
}

function weighFront(packed: number, document: number, norms: Float32Array): number {
  // Most words stand in the body only.
  if (packed % bodyUnit === 0) return 0;
  let often = 0;
  for (let field = 0; field < bodyField; field += 1)
    often +=
      readFrequency(packed, field) *
      (norms[document * fields.length + field] ?? 0) *
      (frontWeights[field] ?? 0);
  return often;
}

/** How often several terms stand in a document as asked; 0 when they do not. */
function together(variant: Variant, document: number, packed: number, index: TranslationIndex): number {
  if (!variant.terms.every((term) => index.postings.find(term, document) > 0)) return 0;
  const held = index.document(document);
  return !held || !variant.inOrder ? packed : countSequence(variant.words, held, index);
}

function countSequence(
  words: readonly number[],
  held: HeldDocument,
  { vocabulary }: TranslationIndex,
): number {
  let packed = 0;
  let at = 0;
  for (const [field, last] of held.ends.entries())
    for (; at < last; at += 1)
      if (
        vocabulary.termOf(held.words[at] ?? 0) === words[0] &&
        findSequence(words, held, at, last, vocabulary)
      )
        packed = addFrequency(packed, field);
  return packed;
}
