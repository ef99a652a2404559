import { type Category, type Locale, topCategoryOf } from '@fairlead/contract';
import { learnedLanguages } from '@fairlead/understanding';
import { detectLanguage } from '../detect-language.ts';
import { type CategoryRule, categoryRules } from './category-rules.ts';
import { type Concept, type ConceptWords, concepts } from './concepts.ts';
import { english } from './concepts-en.ts';
import { spanish } from './concepts-es.ts';
import { indonesian } from './concepts-id.ts';
import { japanese } from './concepts-ja.ts';
import { korean } from './concepts-ko.ts';
import { portuguese } from './concepts-pt.ts';
import { russian } from './concepts-ru.ts';
import { turkish } from './concepts-tr.ts';
import { vietnamese } from './concepts-vi.ts';
import { chinese } from './concepts-zh.ts';
import { createStemTree } from './stem-tree.ts';
import { chooseCategory, type Sorted, understandCategory } from './understand-category.ts';

/** What a text is about, as far as words tell. */
export interface Classification {
  /** Of the second level where it is clear, the upper level where only that is, `other` where nothing is. */
  readonly category: Category;
  /** 0 to 1: how far ahead of the next it is. 0 when no term was found. */
  readonly confidence: number;
  /** The language in which it is written, without region. */
  readonly language: string;
}

/** Below this an upper category alone, or none, is said. */
const enoughPoints = 2;
const enoughConfidence = 0.5;
/** UTF-16 units that are read: what a letter is about stands at its beginning. */
const longest = 4000;
/** Languages whose stems are found anywhere: those without spaces, and Korean, which joins words. */
const unspaced = new Set(['zh', 'ja', 'ko']);
/**
 * An amount of at least 100,000 in the currencies that traders count in. Its digits can be read in one way only: customers write numbers
 * as long as they like, and nobody waits for all the ways to part one.
 */
const largeAmount =
  /(?<![\d.,])\d(?:[,.]?\d)*(?<=\d{3}[,.]?\d{3}) ?(?:usdt?|usdc|eur|dollars?|u)(?!\p{L})|\d{2,}万/u;

const languages: Readonly<Record<string, ConceptWords>> = {
  en: english,
  zh: chinese,
  ja: japanese,
  ko: korean,
  ru: russian,
  es: spanish,
  pt: portuguese,
  vi: vietnamese,
  tr: turkish,
  id: indonesian,
};

const stemsOf = (words: ConceptWords, prefix: string) =>
  concepts.map((concept) => {
    const stems = words[concept].split('|');
    // A space at its end makes a stem a whole word.
    return [concept, stems.map((it) => prefix + plain(it) + (it.endsWith(' ') ? ' ' : ''))] as const;
  });
const lexicon = new Map(
  Object.entries(languages).map(([language, words]) => [
    language,
    createStemTree(stemsOf(words, unspaced.has(language) ? '' : ' ')),
  ]),
);

/**
 * What a letter or a message is about: `text` begins with its subject, if it has one. Terms of the language it is written in, and
 * English ones, are weighed within two sentences each; in languages of which there are utterances the classifier of intents has a say. Pure. `heard` is what the text says, where that is known.
 */
export function classifyText(text: string, page: Locale, heard: Heard = hear(text, page)): Classification {
  const points = new Map<Category, number>();
  for (const spoken of heard.passages) {
    for (const rule of categoryRules) {
      if (applies(rule, spoken)) {
        points.set(rule.category, Math.max(points.get(rule.category) ?? 0, rule.weight));
      }
    }
  }
  const found = decide(points);
  const { language } = heard;
  if (!learnedLanguages.has(language)) return { ...found, language };
  return { ...chooseCategory(found, understandCategory(text)), language };
}

/** What a text says, before anything is made of it. */
export interface Heard {
  /** In which it is written, without region. */
  readonly language: string;
  /** Of what each two sentences speak, by terms of that language and English ones. */
  readonly passages: ReadonlyArray<ReadonlySet<Concept>>;
}

/** Reads a text for all who make something of it. `language` is the one it is written in, where that is known. Pure, and of a time that grows with at most 4,000 characters. */
export function hear(text: string, page: Locale, language = detectLanguage(text, page)): Heard {
  const trees = [lexicon.get(language), language === 'en' ? undefined : lexicon.get('en')];
  const passages = passagesOf(text.slice(0, longest)).map((passage) => {
    const spoken = new Set<Concept>();
    for (const tree of trees) tree?.find(passage, (concept) => spoken.add(concept));
    if (largeAmount.test(passage)) spoken.add('large');
    return spoken;
  });
  return { language, passages };
}

const applies = (rule: CategoryRule, spoken: ReadonlySet<Concept>) =>
  rule.all.every((concept) => spoken.has(concept));

function decide(points: ReadonlyMap<Category, number>): Sorted {
  const [best, ...others] = [...points].toSorted(([, a], [, b]) => b - a);
  if (!best) return { category: 'other', confidence: 0 };
  const top = topCategoryOf(best[0]);
  // Two of one kind leave no doubt about the kind.
  const rival = others.find(([category]) => topCategoryOf(category) !== top)?.[1] ?? 0;
  const confidence = Math.round((best[1] / (best[1] + rival + 0.5)) * 100) / 100;
  return { category: best[1] < enoughPoints ? top : best[0], confidence };
}

/** The category where it is clear enough to act on, else null: in doubt people sort. */
export const clearCategory = (read: Classification): Category | null =>
  isClear(read) ? read.category : null;

const isClear = ({ category, confidence }: Sorted) => confidence >= enoughConfidence && category !== 'other';

/** The text in pieces of two sentences, each but the first beginning with the sentence that ended the one before. */
function passagesOf(text: string): string[] {
  const sentences = text.split(/[.!?。！？\n\r;；]+(?=\s|$)|[。！？；\n\r]+/u).flatMap((it) => {
    const words = plain(it);
    return words === '' ? [] : [` ${words} `];
  });
  return sentences.length < 2
    ? sentences
    : sentences.slice(1).map((sentence, index) => `${sentences[index]}${sentence}`);
}

/** Lower case, without marks of the Latin and Cyrillic alphabets, a space between words. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Cyrillic}])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}.,]+|[.,](?!\d)/gu, ' ')
    .trim();
}
