import { addFrequency } from './field-frequencies.ts';
import { foldWord } from './fold-word.ts';
import { GlossaryIndex } from './glossary-index.ts';
import { eachTerm, fields, type HeldDocument, holdDocument } from './held-document.ts';
import { Postings } from './postings.ts';
import { scanText } from './scan-text.ts';
import type { Glossary, SearchDocument } from './search-types.ts';
import { makeTallies, type Tallies } from './tally.ts';
import { Vocabulary } from './vocabulary.ts';

/** How much the length of a field lessens what its words count, from 0 to 1. */
const lengthEffects = [0.3, 0.3, 0.3, 0.3, 0.75];

/** All translations of one language: their words, who holds which, and how long they are. */
export class TranslationIndex {
  readonly vocabulary: Vocabulary;
  readonly glossary: GlossaryIndex;
  readonly postings = new Postings();
  readonly #documents: (HeldDocument | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #titles = new Map<string, Set<number>>();
  readonly #totals = fields.map(() => 0);
  /** How many words each field of each document has: `lengths[document * fields + field]`. */
  #lengths = new Uint32Array(0);
  #norms = new Float32Array(0);
  #normsAreOld = true;

  #tallies = makeTallies(0);

  constructor(language: string, glossary: Glossary) {
    this.vocabulary = new Vocabulary(language);
    this.glossary = new GlossaryIndex(glossary, this.vocabulary);
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** Numbers of documents are below this. */
  get capacity(): number {
    return this.#documents.length;
  }

  has(id: string): boolean {
    return this.#numbers.has(id);
  }

  document(number: number): HeldDocument | undefined {
    return this.#documents[number];
  }

  put(document: SearchDocument): void {
    this.remove(document.id);
    const held = holdDocument(document, this.vocabulary);
    const number = this.#free.pop() ?? this.#documents.length;
    this.#documents[number] = held;
    this.#numbers.set(held.id, number);
    for (const [term, frequencies] of this.#frequenciesOf(held)) this.postings.add(term, number, frequencies);
    const key = titleKey(document.title);
    this.#titles.set(key, (this.#titles.get(key) ?? new Set()).add(number));
    this.#count(held, number, 1);
  }

  remove(id: string): void {
    const number = this.#numbers.get(id);
    const held = number === undefined ? undefined : this.#documents[number];
    if (number === undefined || !held) return;
    for (const term of this.#frequenciesOf(held).keys()) this.postings.remove(term, number);
    const key = titleKey(held.texts[0] ?? '');
    const same = this.#titles.get(key);
    same?.delete(number);
    if (same?.size === 0) this.#titles.delete(key);
    this.#documents[number] = undefined;
    this.#numbers.delete(id);
    this.#free.push(number);
    this.#count(held, number, -1);
  }

  /** Documents whose title is this text, but for capitals, marks and punctuation. */
  titled(text: string): ReadonlySet<number> {
    const key = titleKey(text);
    return (key === '' ? undefined : this.#titles.get(key)) ?? new Set();
  }

  /** What a word in a field of a document counts, the longer the field the less: `norms[document * fields + field]`. */
  norms(): Float32Array {
    if (!this.#normsAreOld) return this.#norms;
    this.#normsAreOld = false;
    if (this.#norms.length < this.#lengths.length) this.#norms = new Float32Array(this.#lengths.length);
    const shares = this.#totals.map((total, field) => {
      const effect = lengthEffects[field] ?? 0;
      return { least: 1 - effect, each: effect / Math.max(1, total / Math.max(1, this.size)) };
    });
    for (const [field, { least, each }] of shares.entries())
      for (let at = field; at < this.capacity * fields.length; at += fields.length)
        this.#norms[at] = 1 / (least + each * (this.#lengths[at] ?? 0));
    return this.#norms;
  }

  /** Empty tallies with a place for each document, the same ones for every search. */
  tallies(): Tallies {
    const { total, best, frequency } = this.#tallies;
    if (total.values.length < this.capacity) this.#tallies = makeTallies(this.capacity * 2);
    else for (const tally of [total, best, frequency]) tally.empty();
    return this.#tallies;
  }

  #frequenciesOf(held: HeldDocument): Map<number, number> {
    const frequencies = new Map<number, number>();
    const take = (term: number, field: number) =>
      frequencies.set(term, addFrequency(frequencies.get(term) ?? 0, field));
    eachTerm(held, this.vocabulary, take);
    this.glossary.eachConcept(held, take);
    return frequencies;
  }

  #count(held: HeldDocument, number: number, sign: 1 | -1): void {
    if (this.#lengths.length < this.capacity * fields.length) {
      const longer = new Uint32Array(this.capacity * 2 * fields.length);
      longer.set(this.#lengths);
      this.#lengths = longer;
    }
    let begin = 0;
    for (const [field, end] of held.ends.entries()) {
      this.#totals[field] = (this.#totals[field] ?? 0) + sign * (end - begin);
      this.#lengths[number * fields.length + field] = end - begin;
      begin = end;
    }
    this.#normsAreOld = true;
  }
}

function titleKey(title: string): string {
  const words: string[] = [];
  scanText(title, (kind, start, end) => words.push(foldWord(title.slice(start, end).toLowerCase(), kind)));
  return words.join(' ');
}
