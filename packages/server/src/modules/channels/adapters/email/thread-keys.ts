import { normaliseSubject } from './normalise-subject.ts';
import { readPlusAddress } from './plus-address.ts';

/** What of a letter says where it belongs. */
interface Threadable {
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly cc: readonly { readonly address: string }[];
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
}

/** What is known about our side when a letter arrives. */
export interface ThreadKnowledge {
  readonly inboxAddress: string;
  readonly key: Uint8Array;
  /** Where the letter was delivered, envelope recipients included; `To` and `Cc` are looked at anyway. */
  readonly deliveredTo: readonly string[];
  /** The conversation that a letter with this Message-ID, sent or received, belongs to; null for one we do not know. */
  conversationOf(this: void, messageId: string): string | null;
  /** The sender's conversations in this inbox, newest first. */
  readonly recent: readonly RecentConversation[];
  /** When the letter arrived. */
  readonly now: Date;
}

interface RecentConversation {
  readonly conversationId: string;
  readonly subject: string;
  readonly lastMessageAt: Date;
}

/** The conversation of a letter, and by what evidence. */
export interface ThreadMatch {
  readonly conversationId: string;
  readonly by: 'address' | 'reference' | 'subject';
}

/** Two letters with one subject belong together for so long. Later, the same words are more often a new matter. */
const subjectDays = 14;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The conversation that a letter belongs to, by the strongest evidence: our own signed address; a Message-ID that it answers, the
 * latest first; the subject of one of the same sender's recent conversations, if the letter says to be an answer.
 * Null: a new one. Whether the sender may write in it is not decided here.
 */
export function findThread(letter: Threadable, known: ThreadKnowledge): ThreadMatch | null {
  const addresses = [...known.deliveredTo, ...[...letter.to, ...letter.cc].map(({ address }) => address)];
  for (const address of addresses) {
    const conversationId = readPlusAddress(address, known.inboxAddress, known.key);
    if (conversationId !== null) return { conversationId, by: 'address' };
  }
  for (const messageId of new Set([...letter.inReplyTo, ...letter.references.toReversed()])) {
    const conversationId = known.conversationOf(messageId);
    if (conversationId !== null) return { conversationId, by: 'reference' };
  }
  return bySubject(letter, known);
}

/** Whether a subject is one of an answer, or of a letter that is passed on. */
export const saysToAnswer = (subject: string): boolean =>
  normaliseSubject(subject) !== subject.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

function bySubject(letter: Threadable, known: ThreadKnowledge): ThreadMatch | null {
  const subject = normaliseSubject(letter.subject);
  // Without words in it a subject says nothing: "Re:", "(no subject)".
  if (!/[\p{L}\p{N}]{2}/u.test(subject) || /^\(?(?:no subject|无主题|無主旨)\)?$/u.test(subject)) return null;
  const isAnswer = saysToAnswer(letter.subject);
  const points = letter.inReplyTo.length > 0 || letter.references.length > 0;
  if (!isAnswer && !points) return null;
  const oldest = known.now.getTime() - subjectDays * dayMilliseconds;
  const match = known.recent.find(
    (it) => it.lastMessageAt.getTime() >= oldest && normaliseSubject(it.subject) === subject,
  );
  return match ? { conversationId: match.conversationId, by: 'subject' } : null;
}
