import { directionOf, type Locale } from '@fairlead/contract';
import { plainText } from '@fairlead/markdown';
import type { Letter } from '../../platform/mail/mail.ts';
import { composeLetter } from '../conversations/index.ts';
import type { EditionRecord } from './announcement.ts';
import { announcementAddress } from './announcement-address.ts';
import { pickText } from './pick-text.ts';
import { announcementWords, kindName } from './say-announcement.ts';

/** What the letters of one node have in common. */
export interface LetterGround {
  readonly organisation: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
}

/** To whom a letter goes, and by what they know us and stop it. */
export interface Recipient {
  readonly customerId: string;
  readonly to: string;
  readonly locale: Locale;
  readonly code: string | null;
  readonly stopToken: string;
}

/** What texts say without their form, read once for all their letters. */
const plain = new WeakMap<object, string>();
function plainOf(words: { readonly body: string }): string {
  const known = plain.get(words) ?? plainText(words.body).body.trim();
  plain.set(words, known);
  return known;
}

/**
 * The letter about an edition, or about its withdrawal, in the recipient's language. One click ends those of its kind (RFC 8058). Sent again it bears the
 * same name, by which mail programs show it once. Null where there is no text at all.
 */
export function composeAnnouncementLetter(
  { organisation, publicUrl }: LetterGround,
  announcement: { readonly id: string; readonly slug: string },
  edition: EditionRecord,
  withdrawn: boolean,
  { customerId, to, locale, code, stopToken }: Recipient,
): Letter | null {
  const words = pickText(edition.texts, locale, edition.sourceLocale);
  if (!words) return null;
  const say = (key: string, params = {}) => announcementWords(locale, key, { organisation, ...params });
  // A name in Latin letters must not turn a line that runs from right to left.
  const title = directionOf(locale) === 'rtl' ? `\u2068${words.title}\u2069` : words.title;
  const label = withdrawn ? 'label.withdrawn' : edition.edition > 1 ? 'label.corrected' : null;
  const subject = label === null ? title : `${say(label)}: ${title}`;
  const page = `${publicUrl}${announcementAddress(locale, announcement.slug)}`;
  const text = [
    subject,
    ...(withdrawn ? [say('withdrawn.text')] : [words.summary, plainOf(words)]),
    ...(edition.helpCenter ? [say('letter.page', { link: page })] : []),
    say('letter.why', { kind: kindName(locale, edition.kind) }),
    say('letter.choose', { link: `${publicUrl}/portal/announcements` }),
    say('letter.stop', { link: `${publicUrl}/portal/announcements/stop#stop=${stopToken}` }),
    say('letter.warning'),
  ]
    .filter((it) => it !== '')
    .join('\n\n');
  const host = new URL(publicUrl).hostname;
  const name = `announcement.${announcement.id}.${withdrawn ? 'withdrawn' : edition.edition}.${customerId}`;
  return {
    to,
    subject: subject.replace(/\s+/g, ' '),
    ...composeLetter({ locale, text, signature: '', answered: null, code }),
    headers: {
      'Message-ID': `<${name}@${host}>`,
      'List-Unsubscribe': `<${publicUrl}/unsubscribe/announcements/${stopToken}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
    },
  };
}

/** The letter that asks whether an address is its owner's before anything else is sent there. */
export function composeConfirmLetter(
  { organisation, publicUrl }: LetterGround,
  { to, locale, token }: { readonly to: string; readonly locale: Locale; readonly token: string },
): Letter {
  const say = (key: string, params = {}) => announcementWords(locale, key, { organisation, ...params });
  const text = [
    say('confirm.ask', { link: `${publicUrl}/portal/announcements/confirm#confirm=${token}` }),
    say('confirm.otherwise'),
    say('letter.warning'),
  ].join('\n\n');
  return {
    to,
    subject: say('confirm.subject'),
    ...composeLetter({ locale, text, signature: '', answered: null, code: null }),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
