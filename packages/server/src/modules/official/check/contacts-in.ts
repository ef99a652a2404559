import { type OfficialForm, type OfficialPlatform } from '@fairlead/contract';
import { cleanText } from './clean-text.ts';
import type { Contact } from './contact.ts';
import { hasKnownEnding, urlOf } from './host-of.ts';
import { readContact } from './read-contact.ts';

/** Something that was named in a text, as it was written. */
export interface Named {
  readonly written: string;
  readonly contact: Contact | null;
}

const most = 20;
/** Characters that are looked through: patterns take long over endless ones, and nobody names anything that late. */
const looked = 4000;
const stops = '\\s<>"“”«»\'，。；！？、（）「」『』《》【】\\u3000';
const schemes = new RegExp(
  `(?:https?|ftp|wss?|tg|javascript|vbscript|data|mailto|tel|sms):[^${stops}]+`,
  'giu',
);
const emails = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const bare = new RegExp(
  `(?<![\\p{L}\\p{N}@._-])(?:[^${stops}/\\\\@:,()[\\]{}?#=&]+@)?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+(?::\\d{2,5})?(?:[/?#][^${stops}]*)?`,
  'giu',
);
const handles =
  /(?<![\p{L}\p{N}._@/-])@[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_.]{1,62}/gu;
const phones =
  /(?<![\p{L}\p{N}+.@/_-])(?:\+|00)?\(?\d(?:[ ().-]{0,2}\d){6,14}(?![\p{Script=Latin}\p{N}@]|[.-]\d)/gu;
/** Letters of scripts that stand in no ending along with Latin ones: there the sentence goes on. */
const goesOn =
  /^([a-z0-9-]+)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}].*$/iu;
const platforms: ReadonlyArray<readonly [RegExp, OfficialPlatform]> = [
  [/telegram|(?<!\p{L})tg(?!\p{L})|телег|电报|電報|テレグラム|텔레그램/iu, 'telegram'],
  [/whats ?app|ватсап|واتس/iu, 'whatsapp'],
  [/we ?chat|微信/iu, 'wechat'],
  [/weibo|微博/iu, 'weibo'],
  [/facebook|(?<!\p{L})fb(?!\p{L})/iu, 'facebook'],
  [/instagram|(?<!\p{L})ig(?!\p{L})/iu, 'instagram'],
  [/youtube/iu, 'youtube'],
  [/tik ?tok/iu, 'tiktok'],
  [/discord/iu, 'discord'],
  [/kakao|카톡|카카오/iu, 'kakaotalk'],
  [/zalo/iu, 'zalo'],
  [/twitter|推特|(?<!\p{L})x\.com|on x(?!\p{L})/iu, 'x'],
  [/linkedin/iu, 'linkedin'],
  [/reddit/iu, 'reddit'],
];

/**
 * What a text names that can be checked, each once, in order, at most 20; a text that is one such thing is that. `endings`: of hosts that
 * count beside those of the internet. Pure.
 */
export function contactsIn(
  written: string,
  { form, endings = [] }: { form?: OfficialForm | undefined; endings?: readonly string[] } = {},
): Named[] {
  const whole = written.trim();
  // Words that run into a link without a blank.
  const runsOn = /\P{ASCII}(?:https?|ftp|tg|mailto):/iu.test(whole) && urlOf(cleanText(whole)) === null;
  if (form || (!/\s/.test(whole) && !runsOn)) {
    const cut = form ? whole : withoutSentence(whole);
    const contact = readContact(cut, form);
    // A word in itself is a handle; a sentence of a language without blanks is not.
    const sentence =
      !form && contact?.kind === 'handle' && contact.platform === null && !/^[@\w.]+$/.test(cleanText(whole));
    if (contact && !sentence && (form || !isProse(whole, contact, endings)))
      return [{ written: cut, contact }];
    if (form) return [{ written: whole, contact: null }];
  }
  const alone = readContact(whole);
  if (alone?.kind === 'phone') return [{ written: whole, contact: alone }];
  return listIn(cleanText(whole.slice(0, looked)), endings);
}

/** Sentences of languages without blanks have full stops, too: such a one leads somewhere only where its ending is one. */
function isProse(whole: string, contact: Contact, endings: readonly string[]): boolean {
  const text = cleanText(whole);
  if (contact.kind !== 'domain' || /^\p{ASCII}*$/u.test(text) || /^[a-z]+:/i.test(text)) return false;
  return !isPlace(contact.host, endings);
}

const isPlace = (host: string, endings: readonly string[]): boolean =>
  hasKnownEnding(host) || endings.some((it) => host.endsWith(`.${it}`) || host === it);

function listIn(text: string, endings: readonly string[]): Named[] {
  const found: Array<Named & { start: number }> = [];
  const on = platforms.filter(([word]) => word.test(text)).map(([, platform]) => platform);
  let rest = text;
  const take = (pattern: RegExp, read: (match: string) => Contact | null) => {
    for (const match of rest.matchAll(pattern)) {
      const piece = withoutSentence(match[0]).replace(/[).,;:!?'"\]]+$/, '');
      const contact = read(piece);
      if (!contact) continue;
      found.push({ written: piece, contact, start: match.index });
      rest =
        rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  };
  take(schemes, (it) => readContact(it));
  take(emails, (it) => readContact(it, 'email'));
  take(bare, (it) => {
    const contact = readContact(it);
    return contact?.kind === 'domain' && !isPlace(contact.host, endings) && contact.userinfo === ''
      ? null
      : contact;
  });
  take(handles, (it) => readContact(it, on.length === 1 ? on[0] : undefined));
  take(phones, (it) => readContact(it, 'phone'));
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ contact }) => {
      const key = JSON.stringify(contact);
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, most)
    .map(({ written, contact }) => ({ written, contact }));
}

/** A link as far as its host goes where a sentence without blanks goes on behind its ending. */
function withoutSentence(link: string): string {
  const parts = /^([a-z][a-z0-9+-]*:[/\\]{2})?([^/?#]*)(.*)$/is.exec(link);
  const host = parts?.[2] ?? '';
  const labels = host.split('.');
  const end = goesOn.exec(labels.at(-1) ?? '')?.[1];
  if (labels.length < 2 || end === undefined) {
    const path = parts?.[3] ?? '';
    const stop = path.search(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u,
    );
    return stop < 0 || labels.length < 2 ? link : (parts?.[1] ?? '') + host + path.slice(0, stop);
  }
  return (parts?.[1] ?? '') + [...labels.slice(0, -1), end].join('.');
}
