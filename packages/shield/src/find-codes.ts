import { denies } from './denies.ts';
import type { FoundSecret } from './found-secret.ts';
import { lazily } from './lazily.ts';
import { lastNamed, type Named, patternOf } from './named-before.ts';

/** Four to eight digits, in two groups at most; no part of an amount, a date, a telephone number or a word. */
const digits =
  /(?<![\p{sc=Latn}\p{N}#$€¥£₩@_+]|\d[ .,:/-])(?:G-)?(?:\d{4,8}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4})(?![\p{N}%@_]|[.,:/-]\d|[ -]\d|\s?[$€¥£₩฿₽])/gu;
/** Characters between what is named and the code. */
const reach = 28;

/** One-time codes after (or right before) the words for them, always `likely`: numbers of errors, orders and accounts are called otherwise. */
export function findCodes(text: string): FoundSecret[] {
  return [...text.matchAll(digits)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    return !isMeasured(text, end) && isCode(text, match[0], start, end)
      ? [{ kind: 'one_time_code' as const, start, end, certainty: 'likely' as const }]
      : [];
  });
}

function isCode(text: string, found: string, start: number, end: number): boolean {
  const named = lastNamed(text, 'code', start - reach, start);
  if (named) return follows(text.slice(named.end, start), found);
  // Shorter ones are numbers of errors, of places and the like.
  const six = found.replace(/\D/g, '').length >= 6;
  const any = lastNamed(text, 'anyCode', start - reach, start);
  if (six && any) {
    const gap = text.slice(any.end, start);
    const before = text.slice(Math.max(0, any.start - 20), any.start);
    if ((linked().test(gap) || isTold(gap)) && !has(before, 'notCode') && !denies(before))
      return follows(gap, found);
  }
  if (six && (isNamedLater(text, start, end) || isBrought(text, start, end))) return true;
  const after = lastNamed(text, 'code', end, end + 24) ?? lastNamed(text, 'anyCode', end, end + 24);
  return after !== undefined && linkedAfter().test(text.slice(end, after.start));
}

/** "I got 123456, is this the verification code?": what has just come, or has its name in brackets, after a comma or at once. */
function isNamedLater(text: string, start: number, end: number): boolean {
  const name = lastNamed(text, 'code', end, end + 44);
  if (!name || name.start - end > 18) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  const gap = text.slice(end, name.start);
  if (has(before, 'notCode') || has(before, 'transaction') || has(gap, 'notCode')) return false;
  if (/\d|[.!。！\n]/.test(gap) || denies(before + gap + text.slice(name.end, name.end + 16))) return false;
  return /[(（,，、¿<←—]|(?:^|\s)-/.test(gap) || gap.trim().length < 4 || has(before.slice(-14), 'came');
}

/** "I got the sms, 123456", "the authenticator shows 123456": beside what brings codes, and said to have come or to stand there. */
function isBrought(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 26), start);
  const after = text.slice(end, end + 22);
  const gap = before.split(/[.!?。！？\n]/).at(-1) ?? '';
  if (/\d/.test(gap) || has(before, 'notCode') || has(before, 'transaction')) return false;
  if (denies(gap) || denies(after)) return false;
  const carrier = lastNamed(gap, 'carrier', 0, gap.length);
  if (carrier) return has(gap, 'came') || /[:=→➡⇒>,，]\s?$/.test(gap) || gap.length - carrier.end < 12;
  return has(gap.slice(-14), 'came') && has(after.split(/[.!?。！？\n]/)[0] ?? '', 'carrier');
}

/** Nothing between the words and the number says that it is something else. */
function follows(gap: string, found: string): boolean {
  if (/\d/.test(gap) || /[.!?。！？]\s/.test(gap)) return false;
  if (has(gap, 'notCode') || (has(gap, 'came') && !isTold(gap))) return false;
  return !/^(?:19|20)\d\d$/.test(found) || /[:=]/.test(gap);
}

/** "that I received is": it came, and what follows is it. */
const isTold = (gap: string): boolean => has(gap, 'came') && toldAtEnd().test(gap) && !denies(gap);

const has = (text: string, name: Named): boolean => lastNamed(text, name, 0, text.length) !== undefined;

const isMeasured = (text: string, end: number): boolean => unitAtOnce().test(text.slice(end, end + 14));

const is = () => `(?:${patternOf('is')})`;
const unitAtOnce = lazily(() => new RegExp(`^\\s?(?:${patternOf('unit')})`, 'iu'));
const toldAtEnd = lazily(() => new RegExp(`(?:[:=]|${is()})\\s{0,3}$`, 'iu'));
/** Between the words for any code and the number stands no more than this. */
const linked = lazily(() => new RegExp(`^\\s{0,2}(?:[:=#→➡⇒]|[-=]{1,2}>|${is()})?[\\s:=]{0,3}$`, 'iu'));
const linkedAfter = lazily(
  () =>
    new RegExp(`^\\s{0,2}(?:[:=(-]|${is()})?\\s{0,2}(?:my|the|mi|mein|mon|o meu|我的|мой)?\\s{0,2}$`, 'iu'),
);
