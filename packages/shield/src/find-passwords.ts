import type { FoundSecret } from './found-secret.ts';
import { lazily } from './lazily.ts';
import { lastNamed, patternOf } from './named-before.ts';

/** "is", and not the beginning of another word. */
const is = () => `(?:${patternOf('is')})(?:(?<!\\p{sc=Latn})|(?!\\p{sc=Latn}))`;
/** Short words for one count only whole: "pass" begins too much. */
const named = () =>
  `(?:${patternOf('password')}|(?<![\\p{L}\\p{M}\\p{N}])(?:pw|psw|pswd|pass)(?![\\p{L}\\p{N}]))`;
const opened = `["'“”‘’「『«<(（]{0,1}`;
const value = '(?<value>[!-~]{4,64})';
/** "changed to" */
const to = '(?:to|into|a|para|por|на|thành|sang|zu|auf|en|menjadi|ke|olarak|إلى|เป็น)';

/** Without the words, or without what says that something was set after it, most patterns find nothing: one look is cheaper than five. */
const speaksOf = lazily(() => new RegExp(named(), 'iu'));

/** After a colon, an arrow, or "is". */
const told = lazily(
  () =>
    new RegExp(
      `${named()}[^\\n:=→]{0,24}?(?<link>\\s{0,2}(?:[:=→➡⇒]|[-=]>)\\s{0,3}|\\s{0,2}${is()}\\s{0,2})${opened}${value}`,
      'dgiu',
    ),
);
/** Right after the words; in scripts without spaces, or with endings of their own, nothing stands between. */
const bare = lazily(
  () =>
    new RegExp(
      `${named()}(?:\\p{L}{0,4}\\s{1,2}(?:/\\s)?|(?:(?!\\p{sc=Latn})\\p{L}){0,4}(?<!\\p{sc=Latn}))${opened}${value}`,
      'dgiu',
    ),
);
const changed = lazily(() => new RegExp(`${named()}\\p{L}{0,4}\\s${to}\\s${opened}${value}`, 'dgiu'));
/** Anywhere after the words in a sentence, or before them. */
const near = lazily(() => new RegExp(`${named()}[^\\d.!?。！？\\n]{1,32}?(?<![!-~])${value}`, 'dgiu'));
const before = lazily(() => new RegExp(`(?<![!-~])${value}[^\\d.!?。！？\\n]{1,20}?${named()}`, 'dgiu'));
/** "I changed it to ...", whatever "it" is. */
const verb =
  '(?:chang|reset|switch|改|变更|變更|помен|смен|cambi|mude|mudei|mudo|troqu|alter|đổi|değiştir|ganti|ubah|เปลี่ยน|modifi|geänder|غير)';
const set = lazily(
  () =>
    new RegExp(
      `${verb}[^\\d.!?。！？\\n]{0,16}?(?:(?<=\\s)(?:${to.slice(3, -1)}|pra|ke|jadi|เป็น)\\s|成了?\\s?|为\\s?|為\\s?)${opened}${value}`,
      'dgiu',
    ),
);
const wasSet = '(?:に|へ|で|로|으로)\\s?(?:変更|変え|設定|바꿨|바꾸|변경|설정)';
const setAfter = lazily(() => new RegExp(`(?<![!-~])${value}\\s?${wasSet}`, 'dgiu'));
const saysSet = new RegExp(wasSet, 'u');

/** Without a sign or a figure nothing is one. */
const ambiguous = /[\d!#$%^&*_~|\\<>{}?+]/;

/** Passwords that are told: always `likely`, and only what no word of a sentence looks like. */
export function findPasswords(text: string): FoundSecret[] {
  if (!ambiguous.test(text)) return [];
  const isNamed = speaksOf().test(text);
  const all = (isNamed ? [told, bare, changed] : []).map((pattern) => ({ pattern, accepts: isPassword }));
  const loose = [...(isNamed ? [near, before] : []), set, ...(saysSet.test(text) ? [setAfter] : [])].map(
    (pattern) => ({ pattern, accepts: isUnlikeWords }),
  );
  return [...all, ...loose].flatMap(({ pattern, accepts }) =>
    [...text.matchAll(pattern())].flatMap(({ 0: whole, groups = {}, indices }) => {
      const raw = groups['value'] ?? '';
      const value = raw.replace(/["'”’」』»>]{0,3}[.,;)\]]{0,3}$/, '');
      const start = indices?.groups?.['value']?.[0] ?? 0;
      return accepts(value, groups['link'], whole)
        ? [{ kind: 'password' as const, start, end: start + value.length, certainty: 'likely' as const }]
        : [];
    }),
  );
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

/** With a sign that words do not have, or letters and a number that is no year; and nothing beside it says that it is a number of something. */
function isUnlikeWords(value: string, _link: string | undefined, whole: string): boolean {
  if (value.length < 7 || noPassword.some((it) => it.test(value))) return false;
  const signs = /[!@#$%^&*]/.test(value) && /\d/.test(value) && /[A-Za-z]{2}/.test(value);
  return (signs || isNumbered(value)) && !lastNamed(whole.replace(value, ' '), 'notCode', 0, whole.length);
}

/** Letters, and a number at their end that is no year. */
const isNumbered = (value: string): boolean =>
  /^[A-Za-z]{4,}\d{3,}$/.test(value) && !/(?:19|20)\d\d$/.test(value);

/** `link` is what says that it is one; where only the words stand beside it, it must look drawn, or end with a number that is no year. */
function isPassword(value: string, link: string | undefined): boolean {
  if (value.length < 6) return false;
  const explicit = link !== undefined && /[:=>→➡⇒]/.test(link);
  if (explicit && /^\d{6,12}$/.test(value)) return true;
  if (noPassword.some((it) => it.test(value))) return false;
  const letters = /[A-Za-z]/.test(value);
  const drawn = /[!@#$%^&*_]/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value));
  if (link === undefined) {
    return letters && /\d/.test(value) && (drawn || isNumbered(value));
  }
  return letters && (/\d/.test(value) || (explicit && /[a-z][A-Z]|[!@#$%^&*_]/.test(value)));
}
