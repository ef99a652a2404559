import { type Locale, languageOf } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ConversationRecord } from '../conversations/index.ts';
import { openForThread, saidIn } from '../tickets/index.ts';
import type { Words } from './assistant-words.ts';
import type { HandedMatter } from './decide/matter-of-handover.ts';

/** In which words, and to whom, it is said. */
interface Telling {
  readonly locale: Locale;
  readonly words: Words;
  /** Whom the exchange vouches for here: they find it in the portal. */
  readonly known: boolean;
}

/**
 * Opens the ticket of a handover on its thread, which is held, or beside the one that the thread has, where that is of clearly another matter. Answers its number in words
 * for the customer; null where the ticket of the thread goes on.
 */
export async function openHandedOver(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  thread: ConversationRecord,
  { matter, said }: { matter: HandedMatter; said: string },
  { locale, words, known }: Telling,
): Promise<string | null> {
  const { category, fields, priority, called } = matter;
  const subject =
    called.by === 'flow'
      ? called.subject
      : called.by === 'personal'
        ? words(locale, 'ticket_vulnerable')
        : (saidIn(locale)(`category.${category}`) ?? category);
  const ticket = await openForThread(tx, platform, system('assistant'), thread, {
    subject,
    category,
    source: 'assistant',
    fields,
    said,
    language: languageOf(locale),
    ...(priority && { priority }),
    // What somebody goes through is no matter of its own beside what they came with.
    besides: called.by !== 'personal',
  });
  if (!ticket) return null;
  return [
    words(locale, 'ticket_opened', { number: `${ticket.number}` }),
    ...(known ? [words(locale, 'ticket_follow')] : []),
  ].join('\n');
}
