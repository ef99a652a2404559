import {
  formatMessage,
  type Locale,
  locale as localeShape,
  mailedCodeMinutes,
  type TellingKind,
} from '@fairlead/contract';
import { z } from 'zod';
import { cataloguesIn } from '../../platform/catalogues.ts';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import type { Platform } from '../../platform/platform.ts';
import { organisationName } from '../channels/index.ts';
import { composeLetter } from '../conversations/index.ts';

/** What a code is for; the texts of its letter stand under `code`, `code.freeze` and `code.recovery`. */
const codePurpose = z.enum(['sign_in', 'freeze', 'recovery']);
const codeTexts = { sign_in: 'code', freeze: 'code.freeze', recovery: 'code.recovery' } as const;
export type CodePurpose = z.infer<typeof codePurpose>;

const codeData = z.object({
  sealed: z.string(),
  locale: localeShape,
  expiresAt: z.iso.datetime(),
  // Of orders from before there was another.
  purpose: codePurpose.default('sign_in'),
});
/** Ordered for every address that is asked for, known or not. */
export const portalCodeJob: JobType<z.infer<typeof codeData>> = {
  name: 'tickets.portal_code',
  schema: codeData,
  retries: 3,
};
const sealedCode = z.object({ email: z.string(), code: z.string() });

const catalogues = cataloguesIn(new URL('./locales/', import.meta.url));

/** Sends a code, unless it is too old to be typed by now. */
export async function sendCode(platform: Platform, data: z.infer<typeof codeData>): Promise<void> {
  const { locale, purpose } = data;
  if (new Date(data.expiresAt) <= platform.clock.now()) return;
  const { email, code } = sealedCode.parse(JSON.parse(platform.keys.open(data.sealed)));
  const organisation = await organisationName(platform.database.reader());
  const say = (key: string) =>
    formatMessage(locale, catalogues(locale)[key] ?? '', { organisation, code, minutes: mailedCodeMinutes });
  await platform.mail.send({
    to: email,
    subject: say(`${codeTexts[purpose]}.subject`),
    text: [say(`${codeTexts[purpose]}.text`), say('letter.warning')].join('\n\n'),
  });
}

/**
 * The letter in the customer's language. It names the number and nothing that anybody wrote: the address may be a stranger's, and
 * letters are passed on.
 */
export function ticketLetter(
  kind: TellingKind,
  about: NewsWords & { link: string; to: string; code: string | null },
): Letter {
  const { to, locale, code } = about;
  const say = sayAbout(about);
  const text = [...newsLines(kind, about), say('letter.warning')].join('\n\n');
  return {
    to,
    subject: say(`ticket.${kind}.subject`),
    ...composeLetter({ locale, text, signature: '', answered: null, code }),
  };
}

/** The same in a chat: number and link, and nothing that anybody wrote. Answers are given on the ticket's page. */
export const chatNews = (kind: TellingKind, about: NewsWords): string => newsLines(kind, about).join('\n\n');

/** What news of a ticket are put into words with. */
export interface NewsWords {
  readonly locale: Locale;
  readonly number: number;
  readonly organisation: string;
  /** To the ticket's page; null for who cannot come in there. */
  readonly link: string | null;
  /** By when they hear of it next, by the clock of a time zone; null where nothing is owed. */
  readonly nextUpdate: { readonly at: Date; readonly timeZone: string } | null;
}

function sayAbout({ locale, number, organisation, link, nextUpdate }: NewsWords): (key: string) => string {
  const when = nextUpdate
    ? new Intl.DateTimeFormat(locale, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'short',
        timeZone: nextUpdate.timeZone,
        numberingSystem: 'latn',
      }).format(nextUpdate.at)
    : '';
  const values = { organisation, number: `${number}`, link: link ?? '', when };
  return (key) => formatMessage(locale, catalogues(locale)[key] ?? '', values);
}

function newsLines(kind: TellingKind, about: NewsWords): string[] {
  const say = sayAbout(about);
  // Without its page there is nothing to reopen or rate there.
  const text = kind === 'solved' && about.link === null ? 'ticket.solved.here' : `ticket.${kind}.text`;
  return [
    say(text),
    ...(about.nextUpdate && kind !== 'solved' && kind !== 'pending' ? [say('ticket.update')] : []),
    ...(about.link === null ? [] : [say('letter.link')]),
  ];
}
