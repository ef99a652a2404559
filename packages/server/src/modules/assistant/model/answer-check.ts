import { languageOf, type ModelDropReason } from '@fairlead/contract';
import { identifyLanguage } from '@fairlead/understanding';
import { checkSentence, type Grounds } from './check-sentence.ts';
import { type CitedSentence, citedSentences } from './cited-sentences.ts';

/** A sentence that was not held up, and why. */
export interface DroppedSentence {
  readonly text: string;
  readonly reason: ModelDropReason;
}

/** Why an answer does not go out, whatever else is in it. */
type Refusal = 'no_answer' | 'unsupported' | 'unsafe' | 'other_language' | 'too_long';

/** What is left of an answer. */
type CheckedAnswer =
  | {
      readonly kind: 'answer';
      readonly text: string;
      /** Numbers of the passages that it is from, in the order in which they are cited. */
      readonly cited: readonly number[];
      readonly dropped: readonly DroppedSentence[];
    }
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly dropped: readonly DroppedSentence[] };

/** What a model says where the passages do not tell. */
export const noAnswer = 'NO_ANSWER';
/** Characters of an answer: nobody reads more in a chat, and what writes more has lost its way. */
const longest = 3_000;
/** One of these, and nothing of the answer is to be trusted. */
const harmful: ReadonlySet<ModelDropReason> = new Set(['foreign_link', 'asks_for_secret']);

/** Follows an answer while it is written. */
export interface AnswerCheck {
  /** Takes what was written next. A refusal where it is clear that nothing good will come of it. */
  take(text: string): Refusal | null;
  /** All was written. */
  end(): CheckedAnswer;
}

/**
 * Checks an answer sentence by sentence while it is written: what is not held up falls; where more than half does, or a step of several, or what
 * might do harm is in it, all of it is refused. `grounds` is asked at each sentence, since passages may come while it is written. Pure but for what it
 * has taken.
 */
export function createAnswerCheck(grounds: () => Grounds): AnswerCheck {
  let written = '';
  let judged = 0;
  const verdicts: Array<{ sentence: CitedSentence; reason: ModelDropReason | null }> = [];

  function judge(sentences: readonly CitedSentence[]): void {
    for (const sentence of sentences.slice(judged)) {
      verdicts.push({ sentence, reason: checkSentence(sentence, grounds()) });
      judged += 1;
    }
  }
  const dropped = (): DroppedSentence[] =>
    verdicts.flatMap(({ sentence, reason }) => (reason === null ? [] : [{ text: sentence.said, reason }]));
  const isHarmful = () => verdicts.some(({ reason }) => reason !== null && harmful.has(reason));

  return {
    take(text) {
      written += text;
      if (written.length > longest) return 'too_long';
      if (!/[\n.!?。！？؟\]】]/u.test(text)) return null;
      // The last two may still be given a mark, or what they introduce.
      judge(citedSentences(written, grounds().locale).slice(0, -2));
      return isHarmful() ? 'unsafe' : null;
    },
    end() {
      const { locale } = grounds();
      const said = written.trim();
      const refused = (reason: Refusal): CheckedAnswer => ({ kind: 'refused', reason, dropped: dropped() });
      // What was judged while it came is judged the same now, but for a mark that came late.
      judged = 0;
      verdicts.length = 0;
      if (said === '' || said.includes(noAnswer)) return refused('no_answer');
      judge(citedSentences(written, locale));
      if (isHarmful()) return refused('unsafe');
      const all = verdicts.map((it) => it.sentence.said).join(' ');
      if (languageOf(identifyLanguage(all, locale).language) !== languageOf(locale))
        return refused('other_language');
      const kept = verdicts.filter(({ reason }) => reason === null).map((it) => it.sentence);
      const fallen = verdicts.filter(({ reason }) => reason !== null);
      const text = kept
        .map((it) => it.shown)
        .join('')
        .replace(/[ \t]+$/gm, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
      if (text === '' || fallen.length * 2 > verdicts.length || fallen.some((it) => it.sentence.step))
        return refused('unsupported');
      return {
        kind: 'answer',
        text,
        cited: [...new Set(kept.flatMap((it) => it.cites))],
        dropped: dropped(),
      };
    },
  };
}
