import type { Locale } from '@fairlead/contract';
import type { Reader } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type Destination,
  type EmailInbox,
  type LetterRecord,
  letterDestination,
  lettersOfConversation,
  makePlusAddress,
  type OutboundLetter,
  organisationName,
  plusKey,
  readEmailInbox,
} from '../channels/index.ts';
import { antiPhishingCodeAt, customerEmail } from '../people/index.ts';
import { readBytes } from './attachments/read-bytes.ts';
import { composeLetter } from './compose-letter.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import { letterWords } from './letter-words.ts';
import { noteLetter } from './note-letter.ts';
import { replySubject } from './reply-subject.ts';

/** Mail servers look into what they are given before they say yes; in milliseconds. */
export const letterLimit = 60_000;

/** Message-IDs in References: the first names the thread, the last ones its end (RFC 5537 section 3.4.4 cuts alike). */
const mostReferences = 20;

/**
 * An agent's message as a letter and where it goes; undefined where the inbox cannot send or nobody knows an address.
 */
export async function letterOfMessage(
  platform: Platform,
  conversation: ConversationRecord,
  message: MessageRecord,
): Promise<{ letter: OutboundLetter; destination: Destination } | undefined> {
  const { database, keys } = platform;
  const reader = database.reader();
  const inbox = await readEmailInbox(reader, keys, conversation.inboxId);
  const thread = await lettersOfConversation(reader, conversation.id);
  const address = await addressOf(reader, conversation, thread);
  if (!inbox?.smtp || address === null) return undefined;
  const letter = await compose(platform, reader, inbox, { conversation, message, thread, address });
  const place = { conversationId: conversation.id, messageId: message.id, address };
  await noteLetter(platform, inbox, letter, place);
  return { letter, destination: await letterDestination(platform, inbox, address) };
}

const partyOf = (address: string) => ({ address, name: null });

/**
 * Where answers go: to who began the thread. Reply-To is followed only in letters that are proven; a stranger who writes into the thread
 * never becomes the one who is answered.
 */
export async function addressOf(
  reader: Reader,
  conversation: ConversationRecord,
  thread: readonly LetterRecord[],
): Promise<string | null> {
  const first = thread.find((it) => it.direction === 'in' && it.kind !== 'automatic');
  const from = first?.parties.from?.address;
  if (!from) return customerEmail(reader, conversation.customerId);
  const trusted = (first.proof as { trusted?: unknown } | null)?.trusted === true;
  return (trusted ? first.parties.replyTo[0]?.address : undefined) ?? from;
}

async function compose(
  platform: Platform,
  reader: Reader,
  inbox: EmailInbox,
  {
    conversation,
    message,
    thread,
    address,
  }: {
    conversation: ConversationRecord;
    message: MessageRecord;
    thread: readonly LetterRecord[];
    address: string;
  },
): Promise<OutboundLetter> {
  const { locale } = conversation;
  const answered = thread.findLast(
    (it) => it.direction === 'in' && it.body !== null && it.kind !== 'automatic',
  );
  const organisation = await organisationName(reader);
  const cc = (message.copies?.cc ?? []).map(partyOf);
  const bcc = (message.copies?.bcc ?? []).map(partyOf);
  const copied = cc.length + bcc.length > 0;
  const { text, html } = composeLetter({
    locale,
    text: message.text,
    signature: inbox.signatures[locale] ?? inbox.signatures.en ?? '',
    answered: answered?.body
      ? {
          name: answered.parties.from?.name ?? answered.parties.from?.address ?? '',
          at: answered.createdAt,
          text: answered.body.text,
        }
      : null,
    // Whoever else reads the letter could forge the next one.
    code: copied ? null : await antiPhishingCodeAt(reader, platform.keys, conversation.customerId, address),
  });
  const earlier = thread.filter((it) => it.messageId !== message.id).map((it) => it.headerId);
  return {
    headerId: `${message.id}@${inbox.address.split('@')[1]}`,
    subject: subjectOf(locale, thread, organisation, message.copies?.subject ?? null),
    from: { address: inbox.address, name: inbox.fromName },
    replyTo: makePlusAddress(inbox.address, conversation.id, plusKey(platform.keys)),
    cc,
    bcc,
    ...(message.author.type === 'bot' && { automatic: true }),
    references:
      earlier.length <= mostReferences
        ? earlier
        : [...earlier.slice(0, 1), ...earlier.slice(1 - mostReferences)],
    text,
    html,
    files: await readBytes(platform, reader, message.attachmentIds),
  };
}

/** The thread's subject; of its first letter the one that was chosen, or the usual one. */
export function subjectOf(
  locale: Locale,
  thread: readonly LetterRecord[],
  organisation: string,
  chosen: string | null,
): string {
  const subject = thread.find((it) => it.subject !== '')?.subject;
  if (subject !== undefined) return replySubject(subject);
  return chosen ?? letterWords(locale, 'letter.subject', { organisation });
}
