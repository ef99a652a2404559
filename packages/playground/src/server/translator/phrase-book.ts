import { agentAnswers } from './phrases/agent-answers.ts';
import { agentQuestions } from './phrases/agent-questions.ts';
import { deposits } from './phrases/deposits.ts';
import { greetings } from './phrases/greetings.ts';
import { type BookLanguage, type DemoPhrase, demoLanguages, type Phrase } from './phrases/phrase.ts';
import { security } from './phrases/security.ts';
import { trading } from './phrases/trading.ts';
import { withdrawals } from './phrases/withdrawals.ts';
import { clausesOf, wordsOf } from './read-sentence.ts';

/** The phrases of the demo, by topic. */
export const demoPhrases: readonly DemoPhrase[] = [
  ...greetings,
  ...deposits,
  ...withdrawals,
  ...security,
  ...trading,
  ...agentQuestions,
  ...agentAnswers,
];

/** Knows sentences in several languages, and nothing else. */
export interface PhraseBook {
  /** Sentence by sentence; one that it does not know stays as it is. Whether it knew any. */
  translate(text: string, from: BookLanguage, to: BookLanguage): { text: string; known: boolean };
}

interface Entry {
  readonly phrase: Phrase;
  /** What may stand in its place, as the wording names it. */
  readonly names: readonly string[];
}

/** Of the longest wording a sentence has so many commas, and some people write two sentences as one. */
const longest = 10;
/** Languages that put no blank between sentences. */
const dense: ReadonlySet<BookLanguage> = new Set(['zh-Hans', 'ja']);

/** A book of these phrases. A language is read when it is first asked for. */
export function openPhraseBook(phrases: readonly Phrase[]): PhraseBook {
  const read = new Map<BookLanguage, Map<string, Entry>>();
  const entriesOf = (language: BookLanguage) => {
    const known = read.get(language) ?? readLanguage(phrases, language);
    read.set(language, known);
    return known;
  };
  return {
    translate(text, from, to) {
      const entries = entriesOf(from);
      let known = false;
      const lines = text.split(/(\n+)/u).map((line) => {
        const said = translateLine(line, entries, to);
        known ||= said.known;
        return said.text;
      });
      return { text: lines.join(''), known };
    },
  };
}

function translateLine(line: string, entries: ReadonlyMap<string, Entry>, to: BookLanguage) {
  const clauses = clausesOf(line);
  const out: string[] = [];
  let known = false;
  for (let at = 0; at < clauses.length; ) {
    const found = longestFrom(line, clauses, at, entries, to);
    if (found) {
      known = true;
      out.push(found.said);
      at = found.next;
      continue;
    }
    // What is not known stays whole, up to the end of its sentence.
    const last = clauses.findIndex((it, index) => index >= at && it.endsSentence);
    const next = last < 0 ? clauses.length : last + 1;
    out.push(line.slice(clauses[at]?.start, clauses[next - 1]?.end).trim());
    at = next;
  }
  const [before, after] = [/^\s*/u.exec(line)?.[0] ?? '', /\s*$/u.exec(line)?.[0] ?? ''];
  return known
    ? { text: `${before}${out.join(dense.has(to) ? '' : ' ')}${after}`, known }
    : { text: line, known };
}

function longestFrom(
  line: string,
  clauses: ReturnType<typeof clausesOf>,
  at: number,
  entries: ReadonlyMap<string, Entry>,
  to: BookLanguage,
) {
  for (let next = Math.min(clauses.length, at + longest); next > at; next--) {
    const { key, values } = wordsOf(line.slice(clauses[at]?.start, clauses[next - 1]?.end));
    const entry = entries.get(key);
    const said = entry && say(entry, values, to);
    if (said) return { said, next };
  }
  return null;
}

/** Undefined where the phrase has no words in that language. */
function say({ phrase, names }: Entry, values: readonly string[], to: BookLanguage): string | undefined {
  const valueOf = (name: string) => values[names.indexOf(name)];
  return wordingsOf(phrase, to)[0]?.replaceAll(/\{([^}]+)\}/gu, (_, name: string) => {
    // `{3 BTC}` may stand apart in another language, as in "{3} 个 {BTC}".
    const parts = name.split(' ').map(valueOf);
    return valueOf(name) ?? (parts.every((it) => it !== undefined) ? parts.join(' ') : name);
  });
}

const wordingsOf = (phrase: Phrase, language: BookLanguage): readonly string[] => {
  const said = phrase[language] ?? [];
  return typeof said === 'string' ? [said] : said;
};

/** Its wordings by their words; what two phrases have in common is said by the first. */
function readLanguage(phrases: readonly Phrase[], language: BookLanguage): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const phrase of phrases)
    for (const wording of wordingsOf(phrase, language)) {
      const { key, values } = wordsOf(wording);
      const names = values.map((it) => it.replaceAll(/[{}]/gu, ''));
      if (!entries.has(key)) entries.set(key, { phrase, names });
    }
  return entries;
}

/** The language of the book in which a text is written: by what it knows of it, else by its letters. */
export function languageIn(book: PhraseBook, text: string): { language: BookLanguage; confidence: number } {
  const byLetters = languageByLetters(text);
  const candidates = [byLetters, ...demoLanguages];
  const known = candidates.find((it) => book.translate(text, it, it === 'en' ? 'ja' : 'en').known);
  return known ? { language: known, confidence: 95 } : { language: byLetters, confidence: 50 };
}

function languageByLetters(text: string): BookLanguage {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Han}/u.test(text)) return 'zh-Hans';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  if (/[đơưăâêô]|[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỵỷỹ]/iu.test(text)) return 'vi';
  return /[ñ¿¡áéíóú]/iu.test(text) ? 'es' : 'en';
}
