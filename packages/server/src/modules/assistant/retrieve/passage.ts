import type { Locale } from '@fairlead/contract';
import { plainText } from '@fairlead/markdown';
import type { PublishedText } from '../../helpcenter/index.ts';

/** A stretch of an article that answers by itself: what stands before its first heading, or a section. */
export interface Passage {
  readonly articleId: string;
  readonly locale: Locale;
  /** Its place in the article; 0 is what stands before the first heading. */
  readonly at: number;
  readonly heading: string | null;
  readonly markdown: string;
  /** What it says, without its form. */
  readonly plain: string;
  /** It says what to do, step by step. */
  readonly hasSteps: boolean;
}

/** Names a passage in every language alike. */
export const passageKey = ({ articleId, at }: Pick<Passage, 'articleId' | 'at'>): string =>
  `${articleId}#${at}`;

const heading = /^#{1,3} (.+?)(?:\s+#+)?\s*$/;
const fence = /^\s*(`{3,}|~{3,})/;

/** An article's text in passages, in its order. Those that say nothing are left out. */
export function passagesOf(articleId: string, text: PublishedText): Passage[] {
  const parts: Array<{ heading: string | null; lines: string[] }> = [{ heading: null, lines: [] }];
  let fenced: string | undefined;
  for (const line of text.body.split('\n')) {
    const [, marks] = fence.exec(line) ?? [];
    if (marks) fenced = fenced === undefined ? marks[0] : marks[0] === fenced ? undefined : fenced;
    const title = fenced === undefined ? heading.exec(line)?.[1] : undefined;
    if (title !== undefined) parts.push({ heading: plainText(title).body, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts.flatMap(({ heading, lines }, at) => {
    const markdown = lines.join('\n').trim();
    if (markdown === '') return [];
    const hasSteps = /^\d+\. /m.test(markdown);
    return [
      { articleId, locale: text.locale, at, heading, markdown, plain: plainText(markdown).body, hasSteps },
    ];
  });
}
