import { type Kind, kinds } from './character-kind.ts';
import { foldWord } from './fold-word.ts';
import { hangulLetters } from './hangul-letters.ts';
import { stemArabic } from './stem-arabic.ts';
import { stemEnglish } from './stem-english.ts';
import { stemKorean } from './stem-korean.ts';
import { stemRussian } from './stem-russian.ts';
import { stemSpanish } from './stem-spanish.ts';

/** How a word is known. */
export interface Analysed {
  /** What postings are kept under: the stem. Empty when nothing is left of the word. */
  term: string;
  /** What is compared letter by letter with a beginning or a misspelling. Empty for a single Han character or kana, which has none. */
  form: string;
}

/** Longer ones are told apart by their beginning. */
const longest = 40;

/** Analyses a word within texts of a language (`en`, not `en-GB`). */
export function analyseWord(word: string, kind: Kind, language: string): Analysed {
  const folded = foldWord(word, kind).slice(0, longest);
  switch (kind) {
    case kinds.han:
      return { term: folded, form: '' };
    case kinds.hangul: {
      const term = stemKorean(folded);
      return { term, form: hangulLetters(term) };
    }
    case kinds.cyrillic:
      return { term: stemRussian(folded), form: folded };
    case kinds.arabic:
      return { term: stemArabic(folded), form: folded };
    case kinds.latin:
      return { term: /\d/.test(folded) ? folded : stemLatin(folded, language), form: folded };
    default:
      return { term: folded, form: folded };
  }
}

const latinLanguages = new Set(['vi', 'pt', 'tr', 'id', 'fr', 'de']);

/** How words of Latin letters are stemmed: in languages that agree in it every word is analysed alike. Latin letters in a language of another script are English, as a rule. */
export function latinStems(language: string): 'es' | 'none' | 'en' {
  if (language === 'es') return 'es';
  return latinLanguages.has(language) ? 'none' : 'en';
}

function stemLatin(word: string, language: string): string {
  const stems = latinStems(language);
  if (stems === 'es') return stemSpanish(word);
  return stems === 'en' ? stemEnglish(word) : word;
}
