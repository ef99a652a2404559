import type { ConceptFinder } from './concept-finder.ts';
import { hashOn, hashUnit, noHash } from './feature-hash.ts';
import { type FeatureList, type Features, featureList } from './feature-list.ts';
import { foldMarks, foldText } from './fold-text.ts';

const pieces =
  /⟨\w+⟩|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|\p{Script=Thai}+|\p{Script=Hangul}+|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*|[?!]/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー々]/u;
const hangul = /^\p{Script=Hangul}/u;
const marks = /^[?!]/;
/** Words that stand no further apart than so many are told together, in whatever order. */
const near = 10;
const space = 0x20;
/** What features of each kind begin with. */
const oneConcept = hashOn(noHash, 'k');
const twoConcepts = hashOn(noHash, 'p');
const oneWord = hashOn(noHash, 'w');
const neighbours = hashOn(noHash, 'b');
const nearEachOther = hashOn(noHash, 'a');
const partOfWord = hashOn(noHash, 'c');
/** UTF-16 units that are read: what a text is about stands at its beginning. */
export const longestRead = 1000;

/**
 * What a text is told by, each once: its words with and without accents, pairs of neighbours, pairs of words that stand near each other in any
 * order, parts of words (which survive endings and typing errors), where no spaces part words, sequences of characters; and the concepts it
 * speaks of, alone and in pairs, by which the utterances of one language teach all others.
 */
export function textFeatures(text: string, conceptsIn: ConceptFinder): Features {
  const features = featureList();
  const read = text.slice(0, longestRead);
  const concepts = conceptsIn(read);
  for (const [at, concept] of concepts.entries()) {
    features.addOn(oneConcept, concept);
    const pair = hashUnit(hashOn(twoConcepts, concept), space);
    for (let other = at + 1; other < concepts.length; other += 1)
      features.addOn(pair, concepts[other] as string);
  }
  /** The words so far, and the hash of a pair that begins with each. */
  const words: string[] = [];
  const pairs: number[] = [];
  let previous = '';
  for (const [piece] of foldText(read).matchAll(pieces)) {
    if (unspaced.test(piece)) {
      addParts(features, noHash, piece, 1, 4);
      previous = '';
      continue;
    }
    const folded = foldMarks(piece);
    features.addOn(oneWord, piece);
    if (folded !== piece) features.addOn(oneWord, folded);
    if (hangul.test(piece)) addParts(features, noHash, piece, 1, 4);
    else if (!piece.startsWith('⟨')) addParts(features, partOfWord, `_${folded}_`, 3, 5);
    if (previous !== '') features.addOn(hashUnit(hashOn(neighbours, previous), space), folded);
    previous = folded;
    if (marks.test(piece)) continue;
    const pair = hashUnit(hashOn(nearEachOther, folded), space);
    // The one just before is its neighbour, of which more is told already.
    for (let at = Math.max(0, words.length + 1 - near); at < words.length - 1; at += 1) {
      const other = words[at] as string;
      if (other < folded) features.addOn(pairs[at] as number, folded);
      else if (other > folded) features.addOn(pair, other);
    }
    words.push(folded);
    pairs.push(pair);
  }
  return features.take();
}

/** Adds all parts of a word that have so many characters, whole ones. */
function addParts(
  features: FeatureList,
  begin: number,
  word: string,
  shortest: number,
  longest: number,
): void {
  for (let start = 0; start < word.length; start += unitsAt(word, start)) {
    let hash = begin;
    let end = start;
    for (let size = 1; size <= longest && end < word.length; size += 1) {
      const next = end + unitsAt(word, end);
      for (; end < next; end += 1) hash = hashUnit(hash, word.charCodeAt(end));
      if (size >= shortest) features.add(hash);
    }
  }
}

/** Of the character there: 1, or 2 where it is of a pair. */
const unitsAt = (word: string, at: number): 1 | 2 => ((word.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
