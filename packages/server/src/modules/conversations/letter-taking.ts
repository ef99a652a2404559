import { createHash } from 'node:crypto';
import { defaultLocale, type Locale, maximumMessageLength, nearestLocale } from '@fairlead/contract';
import type { SecretKind } from '@fairlead/shield';
import { identifyLanguage } from '@fairlead/understanding';
import { newId } from '../../platform/crypto/ids.ts';
import type { InboundMessage, Inbox, LetterRecord } from '../channels/index.ts';
import type { AttachmentRow } from './attachments/attachment-store.ts';
import type { LetterMessage } from './shield/shield-letter.ts';

/** A letter that is taken in. */
export interface LetterTaking {
  readonly inbox: Inbox;
  readonly inbound: LetterMessage;
  readonly payloadId: string;
  readonly files: ReadonlyArray<AttachmentRow | null>;
  /** Secrets that stood in its subject. */
  readonly removed: readonly SecretKind[];
}

export const isLetter = (inbound: InboundMessage): inbound is LetterMessage => inbound.letter !== undefined;

/** Where it was put; null for what is no message of its own. */
export interface Place {
  conversationId: string;
  messageId: string | null;
}

/** Names a letter in keys: Message-IDs may be long. */
export const letterHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 40);
/** Names the message of a letter. */
export const letterKey = ({ letter }: LetterMessage) => `letter ${letterHash(letter.headerId)}`;

/** The same letter twice at once, by two ways, is taken in under this lock: one after the other. */
export const letterToHold = ({ inbox, inbound }: Pick<LetterTaking, 'inbox' | 'inbound'>) =>
  `letter ${inbox.id} ${inbound.letter.headerId}`;

/** What was written, as much as a message holds; the letter itself is kept whole. */
export function letterText({ text, letter, attachments }: LetterMessage): string {
  const words = text.trim() || letter.subject || (attachments.length > 0 ? '' : '…');
  return words.length <= maximumMessageLength
    ? words
    : `${words.slice(0, maximumMessageLength - 1).toWellFormed()}…`;
}

/** The locale nearest to what the letter is written in, and, where its words do not tell, to what its headers say. */
export function letterLocale({ text, letter }: LetterMessage): Locale {
  const hinted = (letter.languageHint && nearestLocale(letter.languageHint)) || defaultLocale;
  return identifyLanguage(`${letter.subject}\n${text}`, hinted).language;
}

/** What is kept of it beside its message. */
export function letterRecord(
  now: Date,
  { inbox, inbound, payloadId, files }: LetterTaking,
  place: Place | null,
): LetterRecord {
  const { letter } = inbound;
  const inline = letter.files.flatMap(({ contentId }, index) => {
    const id = files[index]?.id;
    return contentId !== null && id !== undefined ? [[contentId, id] as const] : [];
  });
  return {
    id: newId(),
    inboxId: inbox.id,
    direction: 'in',
    headerId: letter.headerId,
    conversationId: place?.conversationId ?? null,
    messageId: place?.messageId ?? null,
    kind: letter.kind,
    subject: letter.subject.slice(0, 1000),
    parties: letter.parties,
    references: letter.references,
    html: letter.html,
    body: {
      ...letter.body,
      inline: Object.fromEntries(inline),
      protection: letter.protection,
      invitation: letter.invitation,
    },
    proof: letter.proof,
    rawKey: payloadId,
    createdAt: now,
  };
}
