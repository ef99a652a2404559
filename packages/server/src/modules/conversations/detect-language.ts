import { type Locale, languageOf } from '@fairlead/contract';
import { detectAll } from 'tinyld';

/** Languages written with a script of their own among those served, told by the first character class that dominates. */
const scripts: ReadonlyArray<readonly [string, RegExp]> = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ar', /\p{Script=Arabic}/gu],
];
const latin = ['en', 'es', 'vi', 'pt', 'tr', 'id', 'fr', 'de'];
/** Below this many letters a guess between languages of the Latin alphabet is worth less than the page's language. */
const enoughLetters = 12;
/** How much likelier the best guess must be than the next. */
const enoughLead = 1.5;
/** UTF-16 units that are read: more tell nothing new. */
const longest = 600;

/**
 * The language a customer writes, without region: by script where that tells, else by words when there are enough of them, else
 * the page's. Links, tickers, amounts, addresses and transaction ids are not language.
 */
export function detectLanguage(text: string, page: Locale): string {
  const words = text
    .slice(0, longest)
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\b[A-Z0-9]{2,6}\b/g, ' ')
    .replace(/\b(?=\w*\d)\w+\b/g, ' ');
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return languageOf(page);
  for (const [language, script] of scripts) {
    const share = (words.match(script)?.length ?? 0) / letters;
    // Japanese mixes Han with kana, so a little kana is enough; Han alone on a Japanese page stays Japanese.
    if (share > (language === 'ja' ? 0.1 : 0.4)) {
      return language === 'zh' && page === 'ja' ? 'ja' : language;
    }
  }
  if (letters < enoughLetters) return languageOf(page);
  const [best, next] = detectAll(words, { only: latin });
  const clear = best && best.accuracy >= enoughLead * (next?.accuracy ?? 0);
  return clear ? best.lang : languageOf(page);
}
