import type { Locale } from '@fairlead/contract';

/** A sentence of an answer, or a step of a list: what is held up or let fall as one. */
export interface CitedSentence {
  /** As the customer would read it, with what stands around it: its marks are taken out. */
  readonly shown: string;
  /** What it says, without the sign or number that a list puts before it. */
  readonly said: string;
  /** Numbers of the passages that it names. */
  readonly cites: readonly number[];
  /** One step of several that are done in their order. */
  readonly step: boolean;
}

const marks = /(?:\[(\d{1,3}(?:\s*[,，、;]\s*\d{1,3})*)\]|【(\d{1,3})】)/gu;
const listSign = /^\s*(?:(\p{Nd}{1,2})[.)、．]\s*|[-*•–]\s+)/u;
/** After these a sentence goes on. */
const shortened =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|min|max|no|z\.\s?B|d\.\s?h|bzw|ca|p\.\s?ej|p\.\s?ex|ex|т\.\s?е|т\.\s?д|т\.\s?п)\.\s*$/iu;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly step: boolean;
}

/**
 * Takes an answer apart into its sentences and what each of them cites by `[n]`, in any of our scripts. A mark belongs to the sentence that it
 * stands in or right behind; words before a colon belong to what they introduce. Pure.
 */
export function citedSentences(answer: string, locale: Locale): CitedSentence[] {
  const { clean, cited } = takeMarksOut(plain(answer));
  const found: Array<CitedSentence & { open: boolean }> = [];
  for (const { start, end, step } of stretches(clean, cited, locale)) {
    const shown = clean.slice(start, end);
    const said = shown.replace(listSign, '').trim();
    const first = found.length === 0;
    const cites = cited.filter(({ at }) => (at > start || (first && at === start)) && at <= end);
    const numbers = [...new Set(cites.map((it) => it.number))];
    const before = found.at(-1);
    if (before && (said === '' || before.open))
      found[found.length - 1] = {
        shown: before.shown + shown,
        said: `${before.said} ${said}`.trim(),
        cites: [...new Set([...before.cites, ...numbers])],
        step: before.step || step,
        open: said === '' ? before.open : introduces(said, numbers),
      };
    else found.push({ shown, said, cites: numbers, step, open: introduces(said, numbers) });
  }
  return found
    .filter((it) => it.said !== '')
    .map(({ shown, said, cites, step }) => ({ shown, said, cites, step }));
}

const introduces = (said: string, cites: readonly number[]) => cites.length === 0 && /[:：]\s*$/u.test(said);

/** Without the signs of Markdown, which a chat does not show. */
const plain = (answer: string): string =>
  answer
    .normalize('NFC')
    .replaceAll('\r', '')
    .replace(/\*\*|__|`+/g, '')
    .replace(/^#{1,6}\s+/gm, '');

function takeMarksOut(text: string) {
  const cited: Array<{ at: number; number: number }> = [];
  let clean = '';
  let from = 0;
  for (const match of text.matchAll(marks)) {
    clean += withoutSpacesBehind(text.slice(from, match.index));
    from = match.index + match[0].length;
    for (const [digits] of (match[1] ?? match[2] ?? '').matchAll(/\d+/g))
      cited.push({ at: clean.length, number: Number(digits) });
  }
  return { clean: clean + text.slice(from), cited };
}

/** By hand: to look for spaces that end a text takes an expression a look from each of them. */
function withoutSpacesBehind(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\u00a0'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Stretches that follow each other without a gap: what is left out of none may be put together again. */
function stretches(clean: string, cited: ReadonlyArray<{ at: number }>, locale: Locale): Stretch[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const all: Stretch[] = [];
  for (const { index, 0: line } of clean.matchAll(/[^\n]*\n|[^\n]+$/g)) {
    const sign = listSign.exec(line);
    const lead = sign?.[0].length ?? 0;
    const step = sign?.[1] !== undefined;
    const ends: number[] = [];
    for (const { segment, index: at } of segmenter.segment(line.slice(lead))) {
      const start = index + lead + at;
      const end = start + segment.length;
      // Thai has no sign that ends a sentence: there a mark does.
      if (/\p{Script=Thai}/u.test(segment))
        ends.push(...cited.filter((it) => it.at > start && it.at < end).map((it) => it.at));
      const last = clean.slice(start, end);
      if (!shortened.test(last) && !/^\s*$/.test(clean.slice(end, index + line.length))) ends.push(end);
    }
    let start = index;
    for (const end of [...new Set(ends), index + line.length]) {
      if (end > start) all.push({ start, end, step });
      start = end;
    }
  }
  return all;
}
