import { maximumSubjectLength } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { Failure } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { findLetters, type LetterRecord, lettersOfConversation } from '../channels/index.ts';
import { type ConversationRecord, lockConversations } from '../conversations/index.ts';
import { type Opening, openTickets } from './open-ticket.ts';
import { sortThread } from './sort-thread.ts';
import { findTickets, latestOfConversations } from './ticket-store.ts';

/**
 * Conversations that began with a letter get their tickets, once: named as the letter is, sorted by its subject and words, with the evidence
 * that they hold. Where a letter answers one of a case that is closed, it goes on from that. All or none: throws what is wrong with one.
 */
export async function openForLetters(
  tx: Tx,
  platform: Pick<Platform, 'live'>,
  conversationIds: readonly string[],
): Promise<void> {
  // Held: of two that open one for it, the other finds it.
  const conversations = await lockConversations(tx, conversationIds);
  const known = await latestOfConversations(tx, conversationIds);
  const openings: Opening[] = [];
  for (const conversation of conversations.values()) {
    if (conversation.channel !== 'email' || known.has(conversation.id)) continue;
    const opening = await openingOf(tx, conversation);
    if (opening) openings.push(opening);
  }
  if (openings.length === 0) return;
  for (const outcome of await openTickets(tx, platform, openings))
    if (outcome instanceof Failure) throw outcome;
}

/** The ticket of a conversation; undefined where no person's letter began it. */
async function openingOf(tx: Tx, conversation: ConversationRecord): Promise<Opening | undefined> {
  const letter = (await lettersOfConversation(tx, conversation.id)).find((it) => it.direction === 'in');
  if (letter?.kind !== 'letter') return undefined;
  const { category, fields } = await sortThread(tx, conversation, {}, letter.subject);
  const followsId = await followed(tx, conversation, letter);
  return {
    actor: system('tickets'),
    input: {
      subject: subjectOf(letter, conversation),
      category,
      fields,
      source: 'email',
      conversation,
      ...(followsId && { followsId }),
    },
  };
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
