import { maximumSubjectLength } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { Failure } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { findLetters, firstLettersOf, type LetterRecord } from '../channels/index.ts';
import { type ConversationRecord, firstWordsOf, lockConversations } from '../conversations/index.ts';
import { readFormBook } from './forms/read-forms.ts';
import { type Opening, openTickets } from './open-ticket.ts';
import { sortWords } from './sort-thread.ts';
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
  const fresh = [...conversations.values()].filter((it) => it.channel === 'email' && !known.has(it.id));
  const openings = await openingsOf(tx, fresh);
  if (openings.length === 0) return;
  for (const outcome of await openTickets(tx, platform, openings))
    if (outcome instanceof Failure) throw outcome;
}

/** The tickets of conversations; none where no person's letter began it. */
async function openingsOf(tx: Tx, conversations: readonly ConversationRecord[]): Promise<Opening[]> {
  const letters = await firstLettersOf(
    tx,
    conversations.map((it) => it.id),
  );
  const begun = conversations.flatMap((conversation) => {
    const letter = letters.get(conversation.id);
    return letter?.kind === 'letter' ? [{ conversation, letter }] : [];
  });
  if (begun.length === 0) return [];
  const words = await firstWordsOf(
    tx,
    begun.map((it) => it.conversation.id),
  );
  const book = await readFormBook(tx);
  const openings: Opening[] = [];
  for (const { conversation, letter } of begun) {
    const said = `${letter.subject}\n${words.get(conversation.id) ?? ''}`;
    const { category, fields } = sortWords(book, conversation, said);
    const followsId = await followed(tx, conversation, letter);
    openings.push({
      actor: system('tickets'),
      input: {
        subject: subjectOf(letter, conversation),
        category,
        fields,
        source: 'email',
        conversation,
        ...(followsId && { followsId }),
      },
    });
  }
  return openings;
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
  if (references.length === 0) return undefined;
  const earlier = (await findLetters(reader, references)).flatMap((it) => it.conversationId ?? []);
  const latest = await latestOfConversations(
    reader,
    [...new Set(earlier)].filter((it) => it !== id),
  );
  const tickets = await findTickets(reader, [...latest.values()]);
  return tickets.findLast((it) => it.status === 'closed' && it.customerId === customerId)?.id;
}
