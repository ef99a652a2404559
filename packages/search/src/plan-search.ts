import { type Draft, draftWords } from './draft-words.ts';
import { type Atom, readAtoms } from './glossary-atoms.ts';
import type { GlossaryIndex, GlossaryMatch } from './glossary-index.ts';
import { type QueryWord, readWords } from './query-word.ts';
import type { SearchPlan } from './search-plan.ts';
import type { TranslationIndex } from './translation-index.ts';

const weights = {
  /** What is left to the single words, or pairs, of a term that is several. */
  within: 0.4,
  /** What is left to a pair of characters of which one belongs to a term and the other does not. */
  across: 0.2,
  /** A term of which only the beginning was typed. */
  begun: 0.5,
};

/** Decides what to look for in the translations of one language. */
export function planSearch(text: string, index: TranslationIndex): SearchPlan {
  const words = readWords(text, index);
  const corrected = correctText(text, words);
  const drafts = draftWords(words, text, index);
  drafts.push(...addConcepts(drafts, readQueryAtoms(text, words, index), text, index.glossary));
  const clauses = drafts
    .map(({ weight, groups }) => ({
      weight,
      groups: groups.filter(({ variants }) => variants.some(({ term }) => index.postings.count(term) > 0)),
    }))
    .filter(({ groups }) => groups.length > 0);
  return corrected === text ? { clauses } : { clauses, corrected };
}

function readQueryAtoms(text: string, words: readonly QueryWord[], index: TranslationIndex): Atom[] {
  const replaced = words.flatMap(({ start, corrections: [best] }) =>
    best ? [[start, best.term] as const] : [],
  );
  const end = words.at(-1)?.end ?? 0;
  return readAtoms(text.slice(0, end), index.vocabulary.language, new Map(replaced));
}

/** Adds to drafts what means the same as their words; answers drafts of their own for terms that are more or less than a word. */
function addConcepts(
  drafts: readonly Draft[],
  atoms: readonly Atom[],
  text: string,
  glossary: GlossaryIndex,
): Draft[] {
  const extra: Draft[] = [];
  const seen = new Set<number>();
  const meant = new Set<Draft>();
  const within = new Set<Draft>();
  const across = new Set<Draft>();
  const size = ({ from, to }: GlossaryMatch) => to - from;
  for (const match of glossary.matches(atoms).sort((a, b) => size(b) - size(a))) {
    if (seen.has(match.concept)) continue;
    seen.add(match.concept);
    const first = atoms[match.from];
    const last = atoms[match.to - 1];
    if (!first || !last) continue;
    const inside = drafts.filter(({ start, end }) => start >= first.start && end <= last.end);
    const same = inside.find(({ start, end }) => start === first.start && end === last.end);
    const group = glossary.group(match.concept, match.key, 1);
    if (same && (same.isPair || (first.first && last.last))) {
      // The typed term is one of the group's: alone it would count for more the less it is used.
      same.groups.splice(0, meant.has(same) ? 0 : 1, group);
      if (!within.has(same)) same.weight = glossary.weightOf(match.concept);
      meant.add(same);
    } else {
      for (const draft of inside.filter((it) => !within.has(it))) {
        draft.weight *= weights.within;
        within.add(draft);
      }
      const weight = glossary.weightOf(match.concept);
      extra.push({ start: first.start, end: last.end, weight, isPair: false, groups: [group] });
    }
    for (const draft of drafts)
      if (draft.isPair && (draft.end === first.end || draft.start === last.start)) across.add(draft);
  }
  for (const draft of across) if (!within.has(draft) && !meant.has(draft)) draft.weight *= weights.across;
  if (atoms.at(-1)?.end === text.length)
    for (const { concept } of glossary.beginnings(atoms).filter((it) => !seen.has(it.concept)))
      extra.push({
        start: -1,
        end: -1,
        weight: 1,
        isPair: false,
        groups: [glossary.group(concept, '', weights.begun)],
      });
  return extra;
}

function correctText(text: string, words: readonly QueryWord[]): string {
  let corrected = '';
  let at = 0;
  for (const { start, end, corrections } of words) {
    corrected += text.slice(at, start) + (corrections[0]?.word ?? text.slice(start, end));
    at = end;
  }
  return corrected + text.slice(at);
}
