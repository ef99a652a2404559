import { type Locale, languageOf } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ConversationRecord } from '../conversations/index.ts';
import { openForThread, raiseTicket, saidIn, ticketAfterMessage } from '../tickets/index.ts';
import type { Words } from './assistant-words.ts';
import { alarmOf } from './danger/alarm-of.ts';
import type { HandedMatter } from './decide/matter-of-handover.ts';

/** In which words, and to whom, it is said. */
interface Telling {
  readonly locale: Locale;
  readonly words: Words;
  /** Whom the exchange vouches for here: they find it in the portal. */
  readonly known: boolean;
}

/** What people take on. */
interface Handed {
  readonly matter: HandedMatter;
  readonly said: string;
  /** When the last of it was said. */
  readonly at: Date;
  /** Whose matter it is; null: whoever has the thread. */
  readonly teamId: string | null;
}

/** The case of it: null where there is none; and its number in words for the customer, where it was opened by this. */
interface Opened {
  readonly ticketId: string | null;
  readonly told: string | null;
}

const actor = system('assistant');

/**
 * Opens the ticket of a handover, or of a danger, on its thread, which is held. Where the thread has had a ticket, that goes on and a danger makes it urgent; clearly another
 * matter has a ticket beside it.
 */
export async function openHandedOver(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  thread: ConversationRecord,
  { matter, said, at, teamId }: Handed,
  { locale, words, known }: Telling,
): Promise<Opened> {
  const { category, fields, priority, called, danger } = matter;
  const subject =
    called.by === 'flow'
      ? called.subject
      : called.by === 'personal'
        ? words(locale, 'ticket_vulnerable')
        : (saidIn(locale)(`category.${category}`) ?? category);
  const ticket = await openForThread(tx, platform, actor, thread, {
    subject,
    category,
    source: 'assistant',
    fields,
    said,
    language: languageOf(locale),
    ...(priority && { priority }),
    // What somebody goes through is no matter of its own beside what they came with, and a danger is the matter of the whole thread from then on.
    besides: called.by !== 'personal' && danger === undefined,
    ...(teamId !== null && { teamId }),
  });
  if (ticket)
    return {
      ticketId: ticket.id,
      told: [
        words(locale, 'ticket_opened', { number: `${ticket.number}` }),
        ...(known ? [words(locale, 'ticket_follow')] : []),
      ].join('\n'),
    };
  const before = danger && (await ticketAfterMessage(tx, platform, { conversationId: thread.id, at }));
  if (!before) return { ticketId: null, told: null };
  await raiseTicket(tx, platform, actor, before, alarmOf(danger, teamId));
  return { ticketId: before.id, told: null };
}
