import { createHash } from 'node:crypto';
import { defaultLocale, type Locale, maximumMessageLength, nearestLocale } from '@fairlead/contract';
import type { SecretKind } from '@fairlead/shield';
import { identifyLanguage } from '@fairlead/understanding';
import { type CustomerActor, system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  findLetterThread,
  hasLetter,
  type InboundMessage,
  type InboundSink,
  type Inbox,
  insertLetter,
  type LetterRecord,
  readInbox,
} from '../channels/index.ts';
import { codesToHide, matchAddress } from '../people/index.ts';
import { type AttachmentRow, insertAttachment } from './attachments/attachment-store.ts';
import { keepFiles } from './attachments/keep-files.ts';
import { beginThread } from './begin-thread.ts';
import { topicOfText } from './classify/topic-of-text.ts';
import type { ConversationRecord } from './conversation.ts';
import { destinationOf } from './conversation-rules.ts';
import { findConversation, lockCustomer } from './conversation-store.ts';
import { hideCodes } from './hide-codes.ts';
import { findOfCustomer } from './message-store.ts';
import { sayOnce } from './say-once.ts';
import { type LetterMessage, shieldLetter } from './shield/shield-letter.ts';
import { takeReport } from './take-report.ts';
import { writeAsCustomer } from './write-as-customer.ts';

interface Taking {
  readonly inbox: Inbox;
  readonly inbound: LetterMessage;
  readonly payloadId: string;
  readonly files: ReadonlyArray<AttachmentRow | null>;
  /** Secrets that stood in its subject. */
  readonly removed: readonly SecretKind[];
}

const isLetter = (inbound: InboundMessage): inbound is LetterMessage => inbound.letter !== undefined;

/**
 * Takes letters in: into the thread that they answer, or as a new conversation; reports of mail servers settle the letter of ours that
 * they are about; what machines write is noted and never answered.
 */
export function letterSink(platform: Platform): InboundSink {
  const alone: InboundSink['alone'] = async ({ inbox, inbound, payloadId }) => {
    if (!isLetter(inbound)) throw new Error('a message of a channel that brings none');
    const { kind } = inbound.letter;
    const carries = kind === 'letter' || kind === 'list';
    const files = carries ? await keepFiles(platform, payloadId, inbound.letter.files) : [];
    return (tx) => takeLetter(tx, platform, { inbox, inbound, payloadId, files, removed: [] });
  };
  return { alone };
}

async function takeLetter(tx: Tx, platform: Platform, came: Taking): Promise<'accepted' | 'duplicate'> {
  const { inbox } = came;
  // The same letter twice at once, by two ways: one after the other.
  await lockCustomer(tx, `letter ${inbox.id} ${came.inbound.letter.headerId}`);
  if (await hasLetter(tx, inbox.id, came.inbound.letter.headerId)) return 'duplicate';
  const threadId = await findLetterThread(tx, platform.keys, inbox.id, came.inbound);
  const thread = threadId === null ? undefined : await findConversation(tx, threadId);
  const known = await withoutCodes(tx, platform, came.inbound, thread?.customerId ?? null);
  const { inbound, removed } = shieldLetter(known, thread?.locale ?? localeOf(known));
  const { letter } = inbound;
  const taking = { ...came, inbound, removed };
  if (letter.kind === 'bounce' || letter.kind === 'complaint') {
    await takeReport(tx, platform, inbox.id, letter);
    await insertLetter(tx, recordOf(tx, taking, null));
    return 'accepted';
  }
  if (letter.kind === 'automatic') {
    if (thread) {
      const params = { from: inbound.sender.address, subject: letter.subject.slice(0, 200) };
      const line = { key: 'letter_automatic' as const, params, once: `automatic ${hashOf(letter.headerId)}` };
      await sayOnce(tx, platform, system('email'), thread.id, line);
    }
    await insertLetter(
      tx,
      recordOf(tx, taking, thread ? { conversationId: thread.id, messageId: null } : null),
    );
    return 'accepted';
  }
  const place =
    (thread && (await writeInto(tx, platform, thread, taking))) ?? (await begin(tx, platform, taking));
  await insertLetter(tx, recordOf(tx, taking, place));
  return 'accepted';
}

/** The letter without the customer's anti-phishing code, which comes back with what mail programs quote of ours. */
async function withoutCodes(
  tx: Tx,
  { keys }: Platform,
  inbound: LetterMessage,
  customerId: string | null,
): Promise<LetterMessage> {
  const { sender, letter } = inbound;
  const addresses = [sender.address, ...letter.returned.flatMap(({ recipient }) => recipient ?? [])];
  const codes = await codesToHide(tx, keys, customerId, addresses);
  if (codes.length === 0) return inbound;
  const hide = (text: string) => hideCodes(text, codes);
  const { text, history, signature } = letter.body;
  return {
    ...inbound,
    text: hide(inbound.text),
    letter: {
      ...letter,
      subject: hide(letter.subject),
      html: letter.html === null ? null : hide(letter.html),
      body: { text: hide(text), history: hide(history), signature: hide(signature) },
    },
  };
}

interface Place {
  conversationId: string;
  messageId: string | null;
}

/** Undefined for a conversation that was closed too long ago to go on. */
async function writeInto(
  tx: Tx,
  platform: Platform,
  thread: ConversationRecord,
  taking: Taking,
): Promise<Place | undefined> {
  const reopenHours = (await readInbox(tx, thread.inboxId))?.reopenHours ?? 0;
  if (destinationOf(thread, reopenHours, tx.now) === 'new') return undefined;
  const { customerId: id, inboxId } = thread;
  const actor: CustomerActor = { type: 'customer', id, verified: false, inboxId };
  const message = await writeAsCustomer(tx, platform, actor, thread.id, {
    key: keyOf(taking),
    text: textOf(taking.inbound),
    removed: taking.removed,
    attachmentIds: await bringFiles(tx, actor, taking),
  });
  return { conversationId: thread.id, messageId: message.id };
}

async function begin(tx: Tx, platform: Platform, taking: Taking): Promise<Place> {
  const { inbox, inbound } = taking;
  const { sender, letter } = inbound;
  const locale = localeOf(inbound);
  await lockCustomer(tx, sender.address);
  const { id } = await matchAddress(tx, {
    inboxId: inbox.id,
    email: sender.address,
    name: sender.name,
    proven: letter.trusted,
    locale,
  });
  const actor: CustomerActor = { type: 'customer', id, verified: false, inboxId: inbox.id };
  const { conversation } = await beginThread(tx, platform, actor, {
    inbox,
    key: keyOf(taking),
    text: textOf(inbound),
    removed: taking.removed,
    attachmentIds: await bringFiles(tx, actor, taking),
    topic: topicOfText(`${letter.subject}\n${inbound.text}`, locale),
    locale,
  });
  const message = await findOfCustomer(tx, id, `thread:${keyOf(taking)}`);
  return { conversationId: conversation.id, messageId: message?.id ?? null };
}

async function bringFiles(tx: Tx, actor: CustomerActor, { files }: Taking): Promise<string[]> {
  const rows = files.filter((row) => row !== null);
  for (const row of rows) await insertAttachment(tx, actor, row);
  return rows.map(({ id }) => id);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 40);
const keyOf = ({ inbound }: Taking) => `letter ${hashOf(inbound.letter.headerId)}`;

/** What was written, as much as a message holds; the letter itself is kept whole. */
function textOf({ text, letter, attachments }: LetterMessage): string {
  const words = text.trim() || letter.subject || (attachments.length > 0 ? '' : '…');
  return words.length <= maximumMessageLength
    ? words
    : `${words.slice(0, maximumMessageLength - 1).toWellFormed()}…`;
}

/** The locale nearest to what the letter is written in, and, where its words do not tell, to what its headers say. */
function localeOf({ text, letter }: LetterMessage): Locale {
  const hinted = (letter.languageHint && nearestLocale(letter.languageHint)) || defaultLocale;
  return identifyLanguage(`${letter.subject}\n${text}`, hinted).language;
}

function recordOf(tx: Tx, { inbox, inbound, payloadId, files }: Taking, place: Place | null): LetterRecord {
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
    body: { ...letter.body, inline: Object.fromEntries(inline) },
    proof: letter.proof,
    rawKey: payloadId,
    createdAt: tx.now,
  };
}
