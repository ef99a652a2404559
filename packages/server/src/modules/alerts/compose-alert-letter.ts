import type { Locale } from '@fairlead/contract';
import type { Letter } from '../../platform/mail/mail.ts';
import { composeLetter } from '../conversations/index.ts';
import type { NoticeFacts } from './alert.ts';
import { alertWords, sayNotice } from './say-notice.ts';

/** The letter that tells of notices, in the customer's language. It can be answered by one click that ends them all (RFC 8058). */
export function composeAlertLetter(
  notices: readonly NoticeFacts[],
  about: {
    readonly to: string;
    readonly locale: Locale;
    readonly timeZone: string;
    readonly organisation: string;
    /** Without a slash at the end. */
    readonly publicUrl: string;
    readonly stopToken: string;
    readonly code: string | null;
  },
): Letter {
  const { to, locale, timeZone, organisation, publicUrl, stopToken, code } = about;
  const say = (key: string, params = {}) => alertWords(locale, key, { organisation, ...params });
  const briefOnly = notices.every(({ kind }) => kind === 'brief');
  const text = [
    ...notices.map((it) => sayNotice(locale, timeZone, it)),
    say('letter.change', { link: `${publicUrl}/portal/alerts` }),
    say('letter.stop', { link: `${publicUrl}/portal/alerts/stop#stop=${stopToken}` }),
    say('letter.warning'),
  ].join('\n\n');
  return {
    to,
    subject: briefOnly ? say('letter.brief') : say('letter.alert'),
    ...composeLetter({ locale, text, signature: '', answered: null, code }),
    headers: {
      'List-Unsubscribe': `<${publicUrl}/unsubscribe/${stopToken}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
