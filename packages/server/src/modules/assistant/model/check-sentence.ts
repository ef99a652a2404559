import { type Locale, languageOf, type ModelDropReason } from '@fairlead/contract';
import { asksForSecrets, denies } from '@fairlead/shield/asking';
import { type CitedSentence, citedSentences } from './cited-sentences.ts';
import { type ExactParts, exactParts, linkForm } from './exact-parts.ts';
import { contentWords, shareIn } from './shared-words.ts';

/** A passage that an answer may be made from. */
export interface GivenPassage {
  /** What it is cited by. */
  readonly number: number;
  readonly title: string;
  /** Its address, where it is an article's. */
  readonly url: string | null;
  readonly locale: Locale;
  /** What it says, live facts filled in. */
  readonly text: string;
}

const redacted = /\[(?:seed phrase|key|code|password|e-mail|phone|card)\]/;

/** What sentences are held against. */
export interface Grounds {
  /** The language of the answer. */
  readonly locale: Locale;
  /** As the model was given it. */
  readonly question: string;
  readonly passages: readonly GivenPassage[];
}

/** The share of a sentence's words that must be its passage's, or the customer's; of its passage's alone, half of it. */
const floors = { spaced: 0.5, dense: 0.35 };
const dense: ReadonlySet<string> = new Set(['zh', 'ja', 'ko', 'th', 'vi']);

const wholeOf = ({ title, text }: GivenPassage) => `${title}\n${text}`;

/** What was found in a passage is found once, not for each sentence. */
const found = new WeakMap<GivenPassage, ExactParts>();
function partsOf(passage: GivenPassage): ExactParts {
  const known = found.get(passage) ?? exactParts(wholeOf(passage), passage.locale);
  found.set(passage, known);
  return known;
}

/** Says why a sentence is not held up by what it cites; null where it is. Pure. */
export function checkSentence(
  { said, cites }: Pick<CitedSentence, 'said' | 'cites'>,
  { locale, question, passages }: Grounds,
): ModelDropReason | null {
  const own = exactParts(said, locale);
  const cited = passages.filter((it) => cites.includes(it.number));
  const known = cited.map(partsOf);
  const asked = exactParts(question, locale);
  // What may do harm counts even where nothing is cited.
  const addresses = new Set(passages.flatMap((it) => (it.url === null ? [] : [linkForm(it.url)])));
  if ([...own.links].some((it) => !addresses.has(it) && !known.some(({ links }) => links.has(it))))
    return 'foreign_link';
  if (asksForSecrets(said)) return 'asks_for_secret';
  if (cites.length === 0) return 'no_citation';
  if (cited.length !== cites.length) return 'unknown_citation';
  // Where a secret was taken out of what it read, there is nothing to say.
  if (redacted.test(said)) return 'exact_part';
  const everything = cited.map(wholeOf).join('\n');
  if (!exactPartsHold(own, known, asked, `${everything}\n${question}`)) return 'exact_part';
  if (cited.some((it) => readsAnotherRow(own, it))) return 'exact_part';
  const alike = cited.filter((it) => languageOf(it.locale) === languageOf(locale));
  if (alike.length < cited.length) return null;
  const words = contentWords(said, locale);
  const theirs = contentWords(everything, locale);
  const floor = dense.has(languageOf(locale)) ? floors.dense : floors.spaced;
  const both = new Set([...theirs, ...contentWords(question, locale)]);
  if (shareIn(words, both) < floor || shareIn(words, theirs) < floor / 2) return 'other_words';
  return turnsAround(said, words, everything, locale) ? 'reversed' : null;
}

/** Of a sentence of the passage it has so many of its words that it says the same, or the opposite. */
const alikeFrom = 0.7;

/** Whether it says what the passage denies, or denies what it says: the sentence that is most like it has a "not", and it has none, or the other way round. */
function turnsAround(said: string, words: ReadonlySet<string>, text: string, locale: Locale): boolean {
  if (words.size < 3) return false;
  const [same, opposite] = [true, false].map((alike) =>
    Math.max(
      0,
      ...citedSentences(text, locale)
        .filter((it) => (denies(it.said) === denies(said)) === alike)
        .map((it) => shareIn(words, contentWords(it.said, locale))),
    ),
  );
  return (opposite ?? 0) >= alikeFrom && (opposite ?? 0) > (same ?? 0);
}

/** `asked`: what the customer named may be named again, but a number of theirs only beside one of the passage's. What they suppose is no answer. */
function exactPartsHold(
  own: ExactParts,
  told: readonly ExactParts[],
  asked: ExactParts,
  text: string,
): boolean {
  const capitals = text.toUpperCase();
  const joined = capitals.replaceAll('-', '');
  const known = [...told, asked];
  const isIn = (parts: readonly ExactParts[]) => (figure: ExactParts['figures'][number]) =>
    [figure.form, figure.written].some((number) =>
      parts.some(
        ({ numbers }) =>
          // A share is one only where it was one; a bare number may have been a share.
          numbers.has(number) || (!number.endsWith('%') && numbers.has(`${number}%`)),
      ),
    );
  return (
    own.figures.every(isIn(known)) &&
    (own.figures.length === 0 || own.figures.some(isIn(told))) &&
    [...own.ids].every((it) => new RegExp(`(?<![A-Za-z0-9])${it}(?![A-Za-z0-9])`).test(text)) &&
    [...own.names].every((it) => wordIn(joined, it) || wordIn(capitals, it)) &&
    [...own.things].every(
      ([thing, written]) =>
        known.some(({ things }) => things.has(thing)) || capitals.includes(written.toUpperCase()),
    )
  );
}

const wordIn = (text: string, name: string): boolean =>
  new RegExp(`(?<![A-Z0-9])${name}(?![A-Z])`).test(text);

/** Where a passage tells numbers of several networks line by line, those of the one that the sentence is about are the ones of its lines. */
function readsAnotherRow(own: ExactParts, passage: GivenPassage): boolean {
  const about = [...own.things.keys()].filter((it) => it.startsWith('network '));
  const [network] = about;
  if (network === undefined || about.length > 1 || own.figures.length === 0) return false;
  const rows = passage.text
    .split('\n')
    .map((line) => exactParts(line, passage.locale))
    .filter(
      (it) => it.numbers.size > 0 && [...it.things.keys()].some((thing) => thing.startsWith('network ')),
    );
  const networks = new Set(
    rows.flatMap(({ things }) => [...things.keys()].filter((it) => it.startsWith('network '))),
  );
  if (networks.size < 2 || !networks.has(network)) return false;
  const told = new Set(rows.filter((it) => it.things.has(network)).flatMap((it) => [...it.numbers]));
  const elsewhere = new Set(rows.filter((it) => !it.things.has(network)).flatMap((it) => [...it.numbers]));
  return own.figures.some(({ form }) => elsewhere.has(form) && !told.has(form));
}
