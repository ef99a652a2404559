import type { ConceptFinder } from './concept-finder.ts';
import { foldMarks, foldText } from './fold-text.ts';

const pieces =
  /⟨\w+⟩|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|\p{Script=Thai}+|\p{Script=Hangul}+|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*|[?!]/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー々]/u;
const hangul = /^\p{Script=Hangul}/u;
const marks = /^[?!]/;
const astral = /[\ud800-\udfff]/;
/** Words that stand no further apart than so many are told together, in whatever order. */
const near = 10;
/** UTF-16 units that are read: what a text is about stands at its beginning. */
export const longestRead = 1000;

/**
 * What a text is told by, each once: its words with and without accents, pairs of neighbours, pairs of words that stand near each other in any
 * order, parts of words (which survive endings and typing errors), where no spaces part words, sequences of characters; and the concepts it
 * speaks of, alone and in pairs, by which the utterances of one language teach all others.
 */
export function textFeatures(text: string, conceptsIn: ConceptFinder): Set<string> {
  const features = new Set<string>();
  const concepts = conceptsIn(text.slice(0, longestRead));
  for (const [at, concept] of concepts.entries()) {
    features.add(`k${concept}`);
    for (const other of concepts.slice(at + 1)) features.add(`p${concept} ${other}`);
  }
  const before: string[] = [];
  let previous = '';
  for (const [piece] of foldText(text.slice(0, longestRead)).matchAll(pieces)) {
    if (unspaced.test(piece)) {
      addParts(features, '', piece, 1, 4);
      previous = '';
      continue;
    }
    const folded = foldMarks(piece);
    features.add(`w${piece}`).add(`w${folded}`);
    if (hangul.test(piece)) addParts(features, '', piece, 1, 4);
    else if (!piece.startsWith('⟨')) addParts(features, 'c', `_${folded}_`, 3, 5);
    if (previous !== '') features.add(`b${previous} ${folded}`);
    previous = folded;
    if (marks.test(piece)) continue;
    // The one just before is its neighbour, of which more is told already.
    for (const other of before.slice(1 - near, -1))
      if (other !== folded) features.add(other < folded ? `a${other} ${folded}` : `a${folded} ${other}`);
    before.push(folded);
  }
  return features;
}

function addParts(
  features: Set<string>,
  mark: string,
  word: string,
  shortest: number,
  longestPart: number,
): void {
  // What is of one unit each is cut without being taken apart.
  const characters = astral.test(word) ? [...word] : null;
  const length = characters?.length ?? word.length;
  for (let size = shortest; size <= longestPart; size += 1)
    for (let at = 0; at + size <= length; at += 1)
      features.add(mark + (characters?.slice(at, at + size).join('') ?? word.slice(at, at + size)));
}
