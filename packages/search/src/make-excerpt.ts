import { bestWindow } from './best-window.ts';
import type { Match } from './find-matches.ts';
import { bodyField, type HeldDocument, summaryField } from './held-document.ts';
import { makeFragments } from './make-fragments.ts';
import type { Fragment } from './search-types.ts';

/** Characters of an excerpt: of writing with spaces, and of writing whose characters are wide. */
const widths = { spaced: 160, wide: 80 };
/** How far before the first hit a sentence may have begun for the excerpt to begin there. */
const lead = 0.4;
const sentenceEnd = /[.!?。！？…\n]/u;

/** How many characters an excerpt has in a language. */
export const excerptWidth = (language: string): number =>
  ['zh', 'ja', 'ko', 'th'].includes(language) ? widths.wide : widths.spaced;

/** The place of the body where most of what was asked for stands together, or the summary where no less does. */
export function makeExcerpt(
  held: HeldDocument,
  matches: readonly Match[],
  masses: readonly number[],
  width: number,
): Fragment[] {
  const inBody = bestWindow(matches, bodyField, masses, width);
  const inSummary = bestWindow(matches, summaryField, masses, Number.POSITIVE_INFINITY);
  const body = held.texts[bodyField] ?? '';
  const field =
    (inBody && inBody.mass > (inSummary?.mass ?? 0)) || !held.texts[summaryField] ? bodyField : summaryField;
  const text = field === bodyField ? body : (held.texts[summaryField] ?? '');
  const anchor = (field === bodyField ? inBody : inSummary) ?? { start: 0, end: 0 };
  const [from, to] = cut(held, field, text, anchor, width);
  const own = matches.filter((match) => match.field === field);
  const fragments = makeFragments(text, from, to, own);
  if (from > 0) fragments.unshift({ text: '…', hit: false });
  if (to < text.trimEnd().length) fragments.push({ text: '…', hit: false });
  return fragments;
}

/** Where an excerpt begins and ends: at the sentence's beginning when that is near, else between words. */
function cut(
  held: HeldDocument,
  field: number,
  text: string,
  anchor: { start: number; end: number },
  width: number,
): [number, number] {
  if (text.length <= width) return [0, text.length];
  const earliest = Math.max(
    0,
    anchor.start - Math.max(0, Math.min(width * lead, width - (anchor.end - anchor.start))),
  );
  let from = -1;
  let to = anchor.end;
  for (let at = held.ends[field - 1] ?? 0; at < (held.ends[field] ?? 0); at += 1) {
    const start = held.starts[at] ?? 0;
    const end = start + (held.sizes[at] ?? 0);
    if (start >= earliest && start <= anchor.start) {
      const opens = from < 0 || sentenceEnd.test(text.slice(previousEnd(held, at, field), start));
      if (opens) from = start;
    }
    if (from >= 0 && end - from <= width) to = Math.max(to, end);
  }
  if (from < 0) from = anchor.start;
  // Punctuation that closes the last word belongs to it.
  const closing = /^[^\s\p{L}\p{N}\p{Ps}\p{Pi}]{1,3}(?=\s|$|\p{L})/u.exec(text.slice(to, to + 8));
  return [from < 20 && anchor.end <= width ? 0 : from, to + (closing?.[0].length ?? 0)];
}

const previousEnd = (held: HeldDocument, at: number, field: number): number =>
  at === (held.ends[field - 1] ?? 0) ? 0 : (held.starts[at - 1] ?? 0) + (held.sizes[at - 1] ?? 0);
