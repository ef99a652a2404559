import type { FoundSecret } from './found-secret.ts';
import { lastNamed, patternOf } from './named-before.ts';

/** Four to eight digits, in two groups at most; no part of an amount, a date, a telephone number or a word. */
const digits =
  /(?<![\p{sc=Latn}\p{N}#$€¥£₩@_+]|\d[ .,:/-])(?:G-)?(?:\d{4,8}|\d{3}[ -]\d{3}|\d{4}[ -]\d{4})(?![\p{N}%@_]|[.,:/-]\d|[ -]\d|\s?[$€¥£₩฿₽])/gu;
/** Characters between what is named and the code. */
const reach = 28;

/** One-time codes after (or right before) the words for them, always `likely`: numbers of errors, orders and accounts are called otherwise. */
export function findCodes(text: string): FoundSecret[] {
  return [...text.matchAll(digits)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    return isCode(text, match[0], start, end)
      ? [{ kind: 'one_time_code' as const, start, end, certainty: 'likely' as const }]
      : [];
  });
}

function isCode(text: string, found: string, start: number, end: number): boolean {
  const named = lastNamed(text, 'code', start - reach, start);
  if (named) return follows(text.slice(named.end, start), found) && !isMeasured(text, end);
  const any = lastNamed(text, 'anyCode', start - reach, start);
  // Shorter ones are numbers of errors, of places and the like.
  if (any && found.replace(/\D/g, '').length >= 6) {
    const gap = text.slice(any.end, start);
    const before = text.slice(Math.max(0, any.start - 20), any.start);
    if (linked.test(gap) && !lastNamed(before, 'notCode', 0, before.length))
      return follows(gap, found) && !isMeasured(text, end);
  }
  const after = lastNamed(text, 'code', end, end + 24) ?? lastNamed(text, 'anyCode', end, end + 24);
  return after !== undefined && linkedAfter.test(text.slice(end, after.start));
}

/** Nothing between the words and the number says that it is something else. */
function follows(gap: string, found: string): boolean {
  if (/\d/.test(gap) || /[.!?。！？]\s/.test(gap)) return false;
  if (lastNamed(gap, 'notCode', 0, gap.length)) return false;
  return !/^(?:19|20)\d\d$/.test(found) || /[:=]/.test(gap);
}

const isMeasured = (text: string, end: number): boolean => {
  const after = text.slice(end, end + 14);
  const unit = lastNamed(after, 'unit', 0, after.length);
  const first = after.search(/\S/);
  return unit !== undefined && first >= 0 && unitAtOnce().test(after);
};

const lazily = (make: () => RegExp): (() => RegExp) => {
  let made: RegExp | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const unitAtOnce = lazily(() => new RegExp(`^\\s?(?:${patternOf('unit')})`, 'iu'));

/** "is", and not the beginning of another word. */
const is = () => `(?:${patternOf('is')})(?:(?<!\\p{sc=Latn})|(?!\\p{sc=Latn}))`;
const opened = `["'“”‘’「『«<]?`;
const told = lazily(
  () =>
    new RegExp(
      `(?:${patternOf('password')})[^\\n:=]{0,24}?(\\s{0,2}[:=]\\s{0,3}|\\s{0,2}${is()}\\s{0,2})${opened}([!-~]{4,64})`,
      'giu',
    ),
);
const bare = lazily(
  () => new RegExp(`(?:${patternOf('password')})\\p{L}{0,4}(\\s{1,2})${opened}([!-~]{4,64})`, 'giu'),
);
/** Between the words for any code and the number stands no more than this. */
const linked = lazilyTested(() => new RegExp(`^\\s{0,2}(?:[:=#]|${is()})?[\\s:=]{0,3}$`, 'iu'));
const linkedAfter = lazilyTested(
  () =>
    new RegExp(
      `^\\s{0,2}(?:[:=(-]|${patternOf('is')})?\\s{0,2}(?:my|the|mi|mein|mon|o meu|我的|мой)?\\s{0,2}$`,
      'iu',
    ),
);

function lazilyTested(make: () => RegExp): { test: (text: string) => boolean } {
  const get = lazily(make);
  return { test: (text) => get().test(text) };
}

const ambiguous = /[\d!#$%^&*_~|\\<>{}?+]/;

/** Passwords that are told: after the words for one and a colon, or "is". Always `likely`, and only what no word of a sentence looks like. */
export function findPasswords(text: string): FoundSecret[] {
  if (!ambiguous.test(text)) return [];
  return [...text.matchAll(told()), ...text.matchAll(bare())].flatMap((match) => {
    const [all, link = '', raw = ''] = match;
    const value = raw.replace(/["'”’」』»>]{0,3}[.,;)\]]{0,3}$/, '');
    const start = match.index + all.length - raw.length;
    return isPassword(value, link)
      ? [{ kind: 'password' as const, start, end: start + value.length, certainty: 'likely' as const }]
      : [];
  });
}

const noPassword = [
  /^(?:https?:|www\.)/i,
  /^[\w.+-]+@[\w-]+\.\w/,
  /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}/,
  /^\d{1,2}:\d\d/,
  /^[$€¥£]?\d[\d.,]{0,12}[a-z%]{0,6}$/i,
  /^[[(*.-]/,
  /^(?:2fa|web3|usdt?|trc20|erc20|bep20|p2p|v\d+|ios\d*)$/i,
];

function isPassword(value: string, link: string): boolean {
  if (value.length < 6) return false;
  const explicit = /[:=]/.test(link);
  if (explicit && /^\d{6,12}$/.test(value)) return true;
  if (noPassword.some((it) => it.test(value))) return false;
  const letters = /[A-Za-z]/.test(value);
  const drawn = /[!@#$%^&*_]/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value));
  if (/^\s+$/.test(link)) return letters && /\d/.test(value) && drawn;
  return letters && (/\d/.test(value) || (explicit && /[a-z][A-Z]|[!@#$%^&*_]/.test(value)));
}
