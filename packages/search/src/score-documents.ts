import { readFrequency } from './field-frequencies.ts';
import { bodyField, fields, type HeldDocument } from './held-document.ts';
import type { Clause, Group, Variant } from './search-plan.ts';
import type { TranslationIndex } from './translation-index.ts';

/** How much a word counts in title, summary, headings, tags and body. */
const fieldWeights = [3, 1.8, 1.6, 1.6, 1];
/** How soon more of the same word adds nothing. */
const saturation = 1.2;
/** Frequencies of the body alone, as most are, stand above this. */
const bodyOnly = 1 << 18;

/** What was found: documents with anything of what was asked for, and how much of it each has. */
export interface Scores {
  /** Numbers of documents, in no order. */
  readonly found: readonly number[];
  /** By number of document. */
  readonly totals: Float64Array;
  /** What each clause can count at most, about: how rare it is, times its weight. */
  readonly masses: readonly number[];
}

/** Numbers by document, that can be emptied at the cost of what was filled. */
class Tally {
  readonly values: Float64Array;
  readonly touched: number[] = [];

  constructor(size: number) {
    this.values = new Float64Array(size);
  }

  add(document: number, value: number): void {
    const before = this.values[document] ?? 0;
    if (before === 0) this.touched.push(document);
    this.values[document] = before + value;
  }

  raise(document: number, value: number): void {
    const before = this.values[document] ?? 0;
    if (before === 0) this.touched.push(document);
    if (value > before) this.values[document] = value;
  }

  empty(): void {
    for (const document of this.touched) this.values[document] = 0;
    this.touched.length = 0;
  }
}

/** Scores documents by BM25F: for each clause the best of its groups, rarer ones counting more, more of the same less and less. */
export function scoreDocuments(clauses: readonly Clause[], index: TranslationIndex): Scores {
  const total = new Tally(index.capacity);
  const best = new Tally(index.capacity);
  const frequency = new Tally(index.capacity);
  const masses: number[] = [];
  for (const clause of clauses) {
    let mass = 0;
    for (const group of clause.groups) {
      countGroup(group, index, frequency);
      const worth = group.weight * rarity(frequency.touched.length, index.size);
      mass = Math.max(mass, worth);
      for (const document of frequency.touched) {
        const often = frequency.values[document] ?? 0;
        best.raise(document, (worth * often * (saturation + 1)) / (often + saturation));
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

function countGroup({ variants }: Group, index: TranslationIndex, frequency: Tally): void {
  const norms = index.norms();
  for (const variant of variants) {
    const { postings } = index;
    const [term = 0] = variant.terms.toSorted((a, b) => postings.count(a) - postings.count(b));
    const list = postings.list(term);
    const end = 2 * postings.count(term);
    for (let at = 0; at < end; at += 2) {
      const document = list[at] ?? 0;
      const packed =
        variant.terms.length === 1
          ? (list[at + 1] ?? 0)
          : together(variant, document, list[at + 1] ?? 0, index);
      if (packed > 0) frequency.add(document, variant.weight * weigh(packed, document, norms));
    }
  }
}

function weigh(packed: number, document: number, norms: Float32Array): number {
  const at = document * fields.length;
  let often = (packed >>> 18) * (norms[at + bodyField] ?? 0) * (fieldWeights[bodyField] ?? 0);
  if (packed % bodyOnly === 0) return often;
  for (let field = 0; field < bodyField; field += 1)
    often += readFrequency(packed, field) * (norms[at + field] ?? 0) * (fieldWeights[field] ?? 0);
  return often;
}

/** The frequencies of the rarest of several terms in a document that holds them all, as asked; else 0. */
function together(variant: Variant, document: number, packed: number, index: TranslationIndex): number {
  if (!variant.terms.every((term) => index.postings.find(term, document) > 0)) return 0;
  const held = index.document(document);
  return held && (!variant.adjacent || standTogether(variant.terms, held, index)) ? packed : 0;
}

/** Whether terms stand one behind the other, within one field. */
function standTogether(
  terms: readonly number[],
  held: HeldDocument,
  { vocabulary }: TranslationIndex,
): boolean {
  let begin = 0;
  for (const end of held.ends) {
    for (let at = begin; at + terms.length <= end; at += 1) {
      let same = 0;
      while (same < terms.length && vocabulary.termOf(held.words[at + same] ?? 0) === terms[same]) same += 1;
      if (same === terms.length) return true;
    }
    begin = end;
  }
  return false;
}
