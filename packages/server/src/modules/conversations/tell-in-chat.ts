import { type Locale, languageOf } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readChatInbox, readInbox, teamForTopic } from '../channels/index.ts';
import { verifiedCustomer } from '../people/index.ts';
import { cleanText } from './append-messages.ts';
import { asideKey } from './aside.ts';
import { changeConversations } from './change-conversations.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import {
  findConversation,
  findOpen,
  insertConversation,
  listChats,
  lockConversations,
  lockCustomer,
} from './conversation-store.ts';
import { findByClientKeys } from './message-store.ts';
import { blankConversation } from './start-conversation.ts';

/** What is said beside what is talked about, and by which part of the product. */
interface Aside {
  readonly text: string;
  /** Names it: in one conversation it is said once. */
  readonly once: string;
  readonly by: string;
}

/** Where it stands: at that place among what the customer sees of a conversation. */
export interface PlaceInChat {
  readonly conversationId: string;
  readonly publicSeq: number;
}

/**
 * Says something to a customer in the live chat that they have open, in the assistant's voice, once per key. It answers nobody: who waits goes on waiting, and who has
 * the conversation stays as it is. Null where they have none open: none is begun for it. For a module above.
 */
export async function tellInOpenChat(
  tx: Tx,
  platform: Platform,
  customerId: string,
  aside: Aside,
): Promise<PlaceInChat | null> {
  const open = await findOpen(tx, customerId);
  return open ? say(tx, platform, open.id, aside) : null;
}

/**
 * The same for what is to be found there also by who has no chat open: in the chat `inThread` where that is one of theirs, else in the open one, else in their last one,
 * which stays closed. Who has none gets one that waits for nobody; what they write there goes the way of any message to a closed conversation. Null where they cannot
 * come to a live chat: it is switched off, or they are somebody whom it does not know.
 */
export async function tellInChat(
  tx: Tx,
  platform: Platform,
  customerId: string,
  { inThread, locale, ...aside }: Aside & { inThread: string | null; locale: Locale },
): Promise<PlaceInChat | null> {
  // What they begin or sign in to at this moment comes before or after.
  await lockCustomer(tx, customerId);
  const known = await chatsThatOpen(tx, customerId);
  const place =
    known.find((it) => it.id === inThread) ?? known.find((it) => it.state !== 'closed') ?? known[0];
  if (place) return say(tx, platform, place.id, aside);
  return begin(tx, platform, customerId, locale, aside);
}

/** Whether a customer comes to a live chat at all, in which they can be told something. */
export async function reachesChat(reader: Reader, customerId: string): Promise<boolean> {
  if ((await chatsThatOpen(reader, customerId)).length > 0) return true;
  return (await verifiedCustomer(reader, customerId)) !== null && (await readChatInbox(reader)) !== undefined;
}

/** A customer's chats, the last one first, without those to whose inbox they are no longer let in. */
async function chatsThatOpen(reader: Reader, customerId: string): Promise<ConversationRecord[]> {
  const all = await listChats(reader, customerId);
  const inboxes = new Map(
    await Promise.all(
      [...new Set(all.map((it) => it.inboxId))].map(async (id) => [id, await readInbox(reader, id)] as const),
    ),
  );
  return all.filter((it) => it.state !== 'closed' || inboxes.get(it.inboxId)?.enabled === true);
}

async function say(
  tx: Tx,
  platform: Platform,
  conversationId: string,
  aside: Aside,
): Promise<PlaceInChat | null> {
  const before = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!before) return null;
  const clientKey = asideKey(aside.once);
  const [known] = await findByClientKeys(tx, [{ conversationId, clientKey }]);
  if (known) return placeOf(known);
  return write(tx, platform, before, before, aside);
}

/** A chat of its own that is closed from the beginning, so that it is nobody's work, in the inbox that our own pages show. */
async function begin(
  tx: Tx,
  platform: Platform,
  customerId: string,
  locale: Locale,
  aside: Aside,
): Promise<PlaceInChat | null> {
  const inbox = await readChatInbox(tx);
  if (!inbox || !(await verifiedCustomer(tx, customerId))) return null;
  const record = await insertConversation(
    tx,
    {
      ...blankConversation(tx.now),
      state: 'closed',
      queuedAt: null,
      closeReason: 'other',
      closedAt: tx.now,
      id: newId(),
      channel: inbox.channel,
      inboxId: inbox.id,
      topic: null,
      language: languageOf(locale),
      locale,
      customerId,
      teamId: teamForTopic(inbox, null),
      previousId: null,
    },
    asideKey(aside.once),
  );
  return write(tx, platform, null, record, aside);
}

async function write(
  tx: Tx,
  platform: Platform,
  before: ConversationRecord | null,
  after: ConversationRecord,
  { text, once, by }: Aside,
): Promise<PlaceInChat | null> {
  const [changed] = await changeConversations(tx, platform, [
    {
      actor: system(by),
      before,
      after,
      drafts: [
        {
          kind: 'text',
          author: { type: 'bot', id: null, name: null },
          text: cleanText(text),
          clientKey: asideKey(once),
          delivery: { state: 'sent', error: null },
        },
      ],
    },
  ]);
  const [said] = changed?.records ?? [];
  return said ? placeOf(said) : null;
}

const placeOf = ({
  conversationId,
  publicSeq,
}: Pick<MessageRecord, 'conversationId' | 'publicSeq'>): PlaceInChat | null =>
  publicSeq === null ? null : { conversationId, publicSeq };

/** Whether the customer has read on to there. */
export async function readTo(reader: Reader, { conversationId, publicSeq }: PlaceInChat): Promise<boolean> {
  const conversation = await findConversation(reader, conversationId);
  return conversation !== undefined && conversation.customerReadSeq >= publicSeq;
}
