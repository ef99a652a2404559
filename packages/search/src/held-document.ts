import { scanText } from './scan-text.ts';
import type { SearchDocument } from './search-types.ts';
import { syllablePairs, type Vocabulary } from './vocabulary.ts';

/** The parts of a document, in the order in which their words are kept. */
export const fields = ['title', 'summary', 'headings', 'tags', 'body'] as const;
export const bodyField = 4;
export const summaryField = 1;

/** A translation as it is held: its texts, and all of its words with the places where they stand. */
export interface HeldDocument {
  readonly id: string;
  readonly category: string;
  readonly weight: number;
  readonly texts: readonly string[];
  /** Numbers of the words of all fields, one field after the other. */
  readonly words: Uint32Array;
  /** Where each begins in the text of its field, and how long it is (255 at most: a longer one is not shown as a hit to its end). */
  readonly starts: Uint32Array;
  readonly sizes: Uint8Array;
  /** How many words there are up to the end of each field. */
  readonly ends: readonly number[];
}

/** Reads a document, adding its words to the vocabulary. */
export function holdDocument(document: SearchDocument, vocabulary: Vocabulary): HeldDocument {
  const { title, summary, headings, tags, body } = document;
  const texts = [title, summary, headings.join('\n'), tags.join('\n'), body];
  const words: number[] = [];
  const starts: number[] = [];
  const sizes: number[] = [];
  const ends: number[] = [];
  for (const text of texts) {
    scanText(text, (kind, start, end) => {
      words.push(vocabulary.addWord(text.slice(start, end), kind));
      starts.push(start);
      sizes.push(Math.min(end - start, 255));
    });
    ends.push(words.length);
  }
  return {
    id: document.id,
    category: document.category,
    weight: Math.min(1.25, Math.max(0.8, document.weight ?? 1)),
    texts,
    words: Uint32Array.from(words),
    starts: Uint32Array.from(starts),
    sizes: Uint8Array.from(sizes),
    ends,
  };
}

/** Tells every term of a document with the field it stands in: of each word, of each pair of Han characters or kana, and of syllables within longer Korean words. */
export function eachTerm(
  held: HeldDocument,
  vocabulary: Vocabulary,
  take: (term: number, field: number) => void,
): void {
  let at = 0;
  for (const [field, end] of held.ends.entries()) {
    for (const begin = at; at < end; at += 1) {
      const word = held.words[at] ?? 0;
      const term = vocabulary.termOf(word);
      if (term === 0) continue;
      take(term, field);
      if (vocabulary.isHan(word)) {
        if (at > begin && isPair(held, vocabulary, at - 1))
          take(vocabulary.addTerm(pairName(held, vocabulary, at - 1)), field);
      } else if (vocabulary.isHangul(word))
        for (const pair of syllablePairs(vocabulary.nameOfTerm(term))) take(vocabulary.addTerm(pair), field);
    }
  }
}

/** Whether a word and the next are characters of Han or kana without anything between them. */
function isPair(held: HeldDocument, vocabulary: Vocabulary, at: number): boolean {
  return (
    vocabulary.isHan(held.words[at] ?? 0) &&
    vocabulary.isHan(held.words[at + 1] ?? 0) &&
    (held.starts[at] ?? 0) + (held.sizes[at] ?? 0) === held.starts[at + 1]
  );
}

const pairName = (held: HeldDocument, vocabulary: Vocabulary, at: number): string =>
  vocabulary.nameOfTerm(vocabulary.termOf(held.words[at] ?? 0)) +
  vocabulary.nameOfTerm(vocabulary.termOf(held.words[at + 1] ?? 0));
