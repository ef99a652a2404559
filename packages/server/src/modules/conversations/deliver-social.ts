import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  adapterOf,
  type DeliveryResult,
  deliver,
  noteSocialContact,
  type OutboundFile,
  offerInText,
  outcomeOf,
  readSocialPlace,
  readSocialThread,
  saveSocialPlaces,
  socialDestination,
} from '../channels/index.ts';
import { keepChannelAddress } from '../people/index.ts';
import { findAttachment } from './attachments/attachment-store.ts';
import { openedBytes } from './attachments/seal-attachment.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import type { ConversationPorts } from './conversation-ports.ts';
import { holdForWindow } from './hold-for-window.ts';
import { lineWords, localeOf } from './line-words.ts';
import { withSources } from './with-sources.ts';

/** Files take longer than words; in milliseconds. */
const withFiles = 60_000;

/** Sends a message to the chat on its platform that the customer last wrote from, with its files and the answers to choose from. */
export async function deliverSocial(
  platform: Platform,
  conversation: ConversationRecord,
  message: MessageRecord & { partsSent: number },
  ratingLink: ConversationPorts['ratingLink'],
): Promise<DeliveryResult> {
  const result = await attempt(platform, conversation, message, ratingLink);
  if (result.state === 'retry' && result.signInRefused) {
    const trouble = { code: 'channels.platform_sign_in_refused' as const, words: result.reason };
    await platform.database.write((tx) => noteSocialContact(tx, conversation.inboxId, trouble));
  }
  if (result.address !== undefined) {
    const { address } = result;
    await platform.database.write((tx) => goOnAt(tx, conversation, address));
  }
  return result;
}

/** The customer was reached at an address that was not known: what they write from there is theirs, and belongs to the conversation. */
async function goOnAt(tx: Tx, { id, inboxId, channel, customerId }: ConversationRecord, address: string) {
  const thread = await readSocialThread(tx, id);
  if (!thread) return;
  await saveSocialPlaces(tx, id, { address, threadKey: null }, thread.other);
  await keepChannelAddress(tx, { inboxId, channel, address, customerId });
}

async function attempt(
  platform: Platform,
  conversation: ConversationRecord,
  message: MessageRecord & { partsSent: number },
  ratingLink: ConversationPorts['ratingLink'],
): Promise<DeliveryResult> {
  const adapter = adapterOf(conversation.channel);
  const files = await filesOf(platform, message.attachmentIds);
  const { system } = message;
  const text = system
    ? lineWords(
        localeOf(conversation),
        system,
        system.key === 'closed' ? await ratingLink(platform, conversation.id) : null,
      )
    : withSources(message.text, message.sources, platform.publicUrl);
  const said = offerInText({ ...message, text }, adapter.capabilities.quickReplies);
  const { id, partsSent } = message;
  const held = await heldBack(platform, conversation, message);
  if (held) return held;
  let destination: Awaited<ReturnType<typeof socialDestination>>;
  try {
    destination = await socialDestination(platform, conversation, placeMeant(message));
  } catch (error) {
    return outcomeOf(error, partsSent);
  }
  return deliver(
    adapter,
    { id, partsSent, files, byPerson: message.author.type === 'agent', ...said },
    destination,
    files.length > 0 ? withFiles : undefined,
  );
}

/** Where an agent wrote it for, whatever was switched to since: words for one person are never posted for everybody. All else goes where answers go now. */
const placeMeant = ({ author, publicOn }: MessageRecord): 'public' | 'private' | undefined =>
  author.type === 'agent' ? (publicOn === null ? 'private' : 'public') : undefined;

/** Of a message of an agent's, where its platform takes no answers any more and knows how to tell of them: what becomes of it instead. */
async function heldBack(
  platform: Platform,
  conversation: ConversationRecord,
  message: MessageRecord,
): Promise<DeliveryResult | undefined> {
  if (message.author.type !== 'agent' || !adapterOf(conversation.channel).notify) return undefined;
  const place = await readSocialPlace(platform.database.reader(), platform.keys, conversation);
  const over = place?.answerUntil && place.answerUntil <= platform.clock.now();
  return over ? holdForWindow(platform, conversation, message) : undefined;
}

async function filesOf(platform: Platform, ids: readonly string[]): Promise<OutboundFile[]> {
  const files: OutboundFile[] = [];
  for (const id of ids) {
    const row = await findAttachment(platform.database.reader(), id);
    if (!row) continue;
    const { name, type, size } = row;
    // Also what was marked as sensitive after it was written, and is encrypted by now.
    files.push({ id, name, type, size, read: () => openedBytes(platform, row) });
  }
  return files;
}
