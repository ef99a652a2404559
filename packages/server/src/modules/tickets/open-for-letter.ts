import { maximumSubjectLength } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { findLetters, type LetterRecord, lettersOfConversation } from '../channels/index.ts';
import { type ConversationRecord, lockConversations } from '../conversations/index.ts';
import { openTicket } from './open-ticket.ts';
import { sortThread } from './sort-thread.ts';
import { findTickets, latestOfConversations } from './ticket-store.ts';

/**
 * A conversation that began with a letter gets its ticket, once: named as the letter is, sorted by its subject and words, with the evidence
 * that they hold. Where the letter answers one of a case that is closed, it goes on from that.
 */
export async function openForLetter(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  conversationId: string,
): Promise<void> {
  // Held: of two that open one for it, the other finds it.
  const conversation = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (conversation?.channel !== 'email') return;
  if ((await latestOfConversations(tx, [conversationId])).size > 0) return;
  const letter = (await lettersOfConversation(tx, conversationId)).find((it) => it.direction === 'in');
  if (letter?.kind !== 'letter') return;
  const { category, fields } = await sortThread(tx, conversation, {}, letter.subject);
  const followsId = await followed(tx, conversation, letter);
  await openTicket(tx, platform, system('tickets'), {
    subject: subjectOf(letter, conversation),
    category,
    fields,
    source: 'email',
    conversation,
    ...(followsId && { followsId }),
  });
}

const subjectOf = (letter: LetterRecord, { preview, number }: ConversationRecord): string =>
  (letter.subject.trim() || preview?.text.trim() || `#${number}`)
    .replace(/\s+/g, ' ')
    .slice(0, maximumSubjectLength)
    .toWellFormed();

/** The closed ticket, of the same customer, whose letters this one refers to. */
async function followed(
  reader: Reader,
  { id, customerId }: ConversationRecord,
  { references }: LetterRecord,
): Promise<string | undefined> {
  const earlier = (await findLetters(reader, references)).flatMap((it) => it.conversationId ?? []);
  const latest = await latestOfConversations(
    reader,
    [...new Set(earlier)].filter((it) => it !== id),
  );
  const tickets = await findTickets(reader, [...latest.values()]);
  return tickets.findLast((it) => it.status === 'closed' && it.customerId === customerId)?.id;
}
