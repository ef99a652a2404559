import { readFileSync } from 'node:fs';
import {
  type Catalogue,
  formatMessage,
  type Locale,
  locale as localeShape,
  locales,
  mailedCodeMinutes,
} from '@fairlead/contract';
import { z } from 'zod';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import type { Platform } from '../../platform/platform.ts';
import { organisationName } from '../channels/index.ts';
import { composeLetter } from '../conversations/index.ts';
import { antiPhishingCodeAt } from '../people/index.ts';
import { saysMore } from './portal-rules.ts';
import { findAddress, letterLeft, noteLetter } from './portal-store.ts';
import { findTicket } from './ticket-store.ts';

/** What a letter about a ticket says. */
export const letterKinds = ['received', 'answered', 'pending', 'solved'] as const;
type LetterKind = (typeof letterKinds)[number];

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

const letterData = z.object({
  ticketId: z.uuid(),
  kind: z.enum(letterKinds),
  occasion: z.string(),
  /** When it happened. */
  at: z.iso.datetime().optional(),
});
/** An occasion (an event) has one letter. */
export const portalLetterJob: JobType<z.infer<typeof letterData>> = {
  name: 'tickets.portal_letter',
  schema: letterData,
  retries: 8,
  key: ({ ticketId, occasion }) => `${ticketId}:${occasion}`,
};

const catalogues = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`./locales/${locale}.json`, import.meta.url), 'utf8')) as Catalogue,
  ]),
) as Record<Locale, Catalogue>;

/** Sends a code, unless it is too old to be typed by now. */
export async function sendCode(platform: Platform, data: z.infer<typeof codeData>): Promise<void> {
  const { locale, purpose } = data;
  if (new Date(data.expiresAt) <= platform.clock.now()) return;
  const { email, code } = sealedCode.parse(JSON.parse(platform.keys.open(data.sealed)));
  const organisation = await organisationName(platform.database.reader());
  const say = (key: string) =>
    formatMessage(locale, catalogues[locale][key] ?? '', { organisation, code, minutes: mailedCodeMinutes });
  await platform.mail.send({
    to: email,
    subject: say(`${codeTexts[purpose]}.subject`),
    text: [say(`${codeTexts[purpose]}.text`), say('letter.warning')].join('\n\n'),
  });
}

/**
 * Sends the letter of an occasion, where the customer wants letters. A crash between the mail server's yes and our note of it sends the same
 * letter twice; nothing can close that window.
 */
export async function sendLetter(platform: Platform, data: z.infer<typeof letterData>): Promise<void> {
  const { ticketId, kind, occasion, at } = data;
  const reader = platform.database.reader();
  const [ticket, to] = [await findTicket(reader, ticketId), await findAddress(reader, ticketId)];
  if (!ticket || to === null || (await letterLeft(reader, ticketId, occasion))) return;
  if (kind === 'answered' && at && saysMore(ticket, new Date(at))) return;
  const organisation = await organisationName(reader);
  const link = `${platform.publicUrl}/portal/tickets/${ticketId}`;
  const { customerId } = ticket;
  const code = customerId && (await antiPhishingCodeAt(reader, platform.keys, customerId, to));
  await platform.mail.send(ticketLetter(kind, { ...ticket, to, organisation, link, code }));
  await platform.database.write((tx) => noteLetter(tx, ticketId, occasion));
}

/**
 * The letter in the customer's language. It names the number and nothing that anybody wrote: the address may be a stranger's, and
 * letters are passed on.
 */
export function ticketLetter(
  kind: LetterKind,
  about: {
    to: string;
    locale: Locale;
    number: number;
    organisation: string;
    link: string;
    code: string | null;
  },
): Letter {
  const { to, locale, number, organisation, link, code } = about;
  const say = (key: string) =>
    formatMessage(locale, catalogues[locale][key] ?? '', { organisation, number: `${number}`, link });
  const text = [say(`ticket.${kind}.text`), say('letter.link'), say('letter.warning')].join('\n\n');
  return {
    to,
    subject: say(`ticket.${kind}.subject`),
    ...composeLetter({ locale, text, signature: '', answered: null, code }),
  };
}
