import { attributionAt } from './find-attribution.ts';
import { headerBlockEnd } from './find-header-block.ts';
import { signatureStart } from './find-signature.ts';
import { isLeadIn, isRule, isSeparator, isUnknownSeparator } from './quote-separators.ts';

/** A letter's text in three; put together by line breaks they are the text again, but for empty lines at the cuts. */
export interface FoldedText {
  /** What was written now, with the quotes that it answers line by line. '' only if the letter is empty. */
  readonly text: string;
  /** The sender's signature, from below the text or from below the history; '' where there is none. */
  readonly signature: string;
  /** What came before, from the line that leads it in; '' where there is none. */
  readonly history: string;
}

/**
 * Splits a text body. Only what a letter ends with is folded; where a new line follows a quote the quote stays, since it is answered
 * there. A letter that would be folded away as a whole stays whole. Time grows with the length only.
 */
export function foldQuotes(body: string): FoldedText {
  const lines = body.split(/\r\n|\r|\n/);
  const cut = historyStart(lines);
  const kept = cut === null ? lines : lines.slice(0, cut.start);
  const mark = signatureStart(kept);
  const text = kept.slice(0, mark ?? kept.length);
  const signatures = [kept.slice(mark ?? kept.length), cut === null ? [] : lines.slice(cut.end)];
  return {
    text: trimLines(text),
    signature: signatures
      .map(trimLines)
      .filter((it) => it !== '')
      .join('\n'),
    history: cut === null ? '' : trimLines(lines.slice(cut.start, cut.end)),
  };
}

const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';
/** A `>` that leads nothing but the end of an attribution was broken off from it. */
const isQuoted = (line: string): boolean =>
  /^\s{0,4}(?:>|&gt;)(?!\s*[:：]\s*$)/.test(line) && !/^\s*>\s?wrote:\s*$/.test(line);

interface Shape {
  readonly lines: readonly string[];
  /** The last line that carries a quote mark; -1 without one. */
  readonly lastQuoted: number;
  /** For each line the next one that is not blank; the length where none is. */
  readonly nextFilled: Int32Array;
  /** The last line that was written by the sender and is no signature below the history. */
  readonly lastWritten: number;
  /** Where a signature below the history starts; the length where there is none. */
  readonly signature: number;
}

function historyStart(lines: readonly string[]): { start: number; end: number } | null {
  const shape = readShape(lines);
  const start = leadStart(shape) ?? trailingQuote(shape);
  if (start === null) return null;
  const above = withRules(lines, start.at);
  if (lines.slice(0, above).every(isBlank)) return null;
  return { start: above, end: start.marked ? shape.signature : lines.length };
}

/** The first line that leads history in which lasts until the end. `marked`: each of its lines carries a quote mark. */
function leadStart(shape: Shape): { at: number; marked: boolean } | null {
  const { lines } = shape;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line) || isQuoted(line)) continue;
    const lead = leadAt(shape, at);
    if (!lead) continue;
    const next = shape.nextFilled[lead.end] ?? lines.length;
    const marked = next < lines.length && isQuoted(lines[next] ?? '');
    if (marked ? shape.lastWritten < lead.end : lead.certain) return { at: lead.start, marked };
  }
  return null;
}

function leadAt(shape: Shape, at: number): { start: number; end: number; certain: boolean } | null {
  const { lines } = shape;
  const line = lines[at] ?? '';
  if (isSeparator(line)) return { start: at, end: at + 1, certain: true };
  const next = shape.nextFilled[at + 1] ?? lines.length;
  if (isUnknownSeparator(line) || isLeadIn(line)) {
    const end = headerBlockEnd(lines, next, true);
    if (end !== null) return { start: at, end, certain: true };
  }
  const above = lines[previousFilled(lines, at)];
  const block = headerBlockEnd(lines, at, above !== undefined && isRule(above));
  if (block !== null) return { start: at, end: block, certain: true };
  return attributionAt(lines, at, next < lines.length && isQuoted(lines[next] ?? ''));
}

/** Quote marks that the text ends with, without a line that leads them in. */
function trailingQuote(shape: Shape): { at: number; marked: boolean } | null {
  if (shape.lastQuoted < 0 || shape.lastWritten > shape.lastQuoted) return null;
  const at = shape.nextFilled[shape.lastWritten + 1] ?? shape.lines.length;
  const saysSomething = shape.lines.slice(at, shape.signature).some((line) => /[^>\s]/.test(line));
  return saysSomething ? { at, marked: true } : null;
}

function readShape(lines: readonly string[]): Shape {
  const nextFilled = new Int32Array(lines.length + 2).fill(lines.length);
  for (let at = lines.length - 1; at >= 0; at--)
    nextFilled[at] = isBlank(lines[at]) ? (nextFilled[at + 1] ?? lines.length) : at;
  const lastQuoted = lines.findLastIndex(isQuoted);
  const signature = lastQuoted < 0 ? lines.length : signatureBelow(lines, lastQuoted);
  let lastWritten = signature - 1;
  while (lastWritten >= 0 && !isWritten(lines, lastWritten)) lastWritten--;
  return { lines, lastQuoted, nextFilled, lastWritten, signature };
}

/** A line that carries no mark and is not the rest of a quoted line that was broken on its way. */
function isWritten(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (isBlank(line) || isQuoted(line)) return false;
  const above = lines[at - 1] ?? '';
  const brokenOff =
    isQuoted(above) &&
    isQuoted(lines[at + 1] ?? '') &&
    above.length >= 60 &&
    !/[.!?。！？:：]["”』」]?\s*$/.test(above);
  return !(brokenOff && /^\p{Ll}/u.test(line));
}

/** Where, below the last quote mark, a signature follows and nothing else. */
function signatureBelow(lines: readonly string[], lastQuoted: number): number {
  let at = lastQuoted + 1;
  while (at < lines.length && isBlank(lines[at])) at++;
  if (at >= lines.length) return lines.length;
  return /^(?:--[ \t\u00a0]?|[—–―]{1,40}\s*|_{2,60}\s*)$/.test(lines[at] ?? '') ? at : lines.length;
}

/** Rules and spaces above belong to what they lead in. */
function withRules(lines: readonly string[], start: number): number {
  let above = previousFilled(lines, start);
  let first = start;
  while (
    above >= 0 &&
    (isRule(lines[above] ?? '') || isSeparator(lines[above] ?? '') || isLeadIn(lines[above] ?? ''))
  ) {
    first = above;
    above = previousFilled(lines, above);
  }
  return first;
}

function previousFilled(lines: readonly string[], at: number): number {
  let above = at - 1;
  while (above >= 0 && at - above <= 3 && isBlank(lines[above])) above--;
  return above >= 0 && !isBlank(lines[above]) ? above : -1;
}

/** Without empty lines before and after; spaces at the start of the first line stay. */
function trimLines(lines: readonly string[]): string {
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line));
  return first < 0
    ? ''
    : lines
        .slice(first, last + 1)
        .join('\n')
        .trimEnd();
}
