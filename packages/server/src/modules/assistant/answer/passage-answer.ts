import type { Locale, MessageSource } from '@fairlead/contract';
import type { Words } from '../assistant-words.ts';
import type { Passage } from '../retrieve/passage.ts';
import { type ChatForm, chatText } from './chat-text.ts';

/** Characters that are read at once in a chat: of writing with spaces, and of writing whose characters are wide. */
const lengths = { spaced: 700, wide: 320 };
const wide: ReadonlySet<string> = new Set(['zh-CN', 'zh-TW', 'ja', 'ko', 'th']);

/** An answer taken from an article, word for word. */
export interface PassageAnswer {
  readonly text: string;
  readonly source: MessageSource;
}

/**
 * Answers from a passage: its heading, as many whole paragraphs, steps and rows as one reads at once, and, where it only begins the article,
 * the section after it that fits. Nothing in it is anybody's words but the article's, and its numbers are the article's and the live facts'.
 */
export function passageAnswer(
  passage: Passage,
  all: readonly Passage[],
  given: {
    readonly locale: Locale;
    readonly words: Words;
    readonly hedged: boolean;
    readonly title: string;
    readonly url: string;
  } & Pick<ChatForm, 'fact' | 'about'>,
): PassageAnswer {
  const { locale, words, hedged, title, url, fact, about } = given;
  const limit = wide.has(passage.locale) ? lengths.wide : lengths.spaced;
  const first = chatText(passage.markdown, { fact, about, limit });
  const parts = [passage.heading, first.text];
  const next = passage.at === 0 && first.whole && first.text.length < limit / 2 ? all[1] : undefined;
  if (next) {
    const second = chatText(next.markdown, { fact, about, limit: limit - first.text.length });
    parts.push(next.heading && `${next.heading}\n${second.text}`);
  }
  const intro = [
    hedged ? words(locale, 'hedge') : null,
    passage.locale === locale ? null : words(locale, 'other_language'),
  ];
  const more = first.whole ? null : words(locale, 'more_in_article');
  return {
    text: [...intro, ...parts, more].filter((it) => it !== null && it !== '').join('\n\n'),
    source: { title, url },
  };
}
