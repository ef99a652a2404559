import { type Channel, deliveryTroubles, noticeChannels } from '@fairlead/contract';
import type { Tx } from '../../platform/database/database.ts';
import type { Attempt } from '../../platform/jobs/jobs.ts';
import { errorInLine } from '../../platform/log/error-in-log.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf, type DeliveryResult, deliver } from '../channels/index.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';
import type { ConversationPorts } from './conversation-ports.ts';
import { findConversation, findConversations } from './conversation-store.ts';
import { deliverSocial } from './deliver-social.ts';
import { type Delivery, deliverMessage, orderDeliveries } from './delivery-job.ts';
import { afterAttempt } from './delivery-rules.ts';
import { hasQueuedBefore, nextQueued, queueAgain, staysQueuedBefore } from './delivery-store.ts';
import { messagePosted } from './events.ts';
import { agentTopics } from './hints.ts';
import { waitsForCustomer } from './hold-for-window.ts';
import { leaveToPeople } from './leave-to-people.ts';
import { letterLimit, letterOfMessage } from './letter-of-message.ts';
import { letLinesOut } from './lines-out.ts';
import { findMessage, saveDelivery } from './message-store.ts';
import { presentOne } from './present-one.ts';
import { publicPlaceOf } from './private-links/public-place-of.ts';
import { sayTranslated } from './say-translated.ts';

/** How a message is sent; the channel's own way but in tests. */
type Send = (
  platform: Platform,
  conversation: ConversationRecord,
  message: MessageRecord & { partsSent: number },
) => Promise<DeliveryResult>;

const through =
  (ratingLink: ConversationPorts['ratingLink']): Send =>
  async (platform, conversation, written) => {
    const message = sayTranslated(written, conversation);
    if (message.publicOn !== null && message.publicOn !== conversation.channel) {
      const at = await publicPlaceOf(platform.database.reader(), conversation);
      if (!at) return { state: 'failed', reason: deliveryTroubles.no_address };
      const there = { ...conversation, inboxId: at.id, channel: at.channel };
      return deliverSocial(platform, there, message, ratingLink);
    }
    const adapter = adapterOf(conversation.channel);
    if (conversation.channel !== 'email') return deliverSocial(platform, conversation, message, ratingLink);
    const prepared = await letterOfMessage(platform, conversation, message);
    return deliver(
      adapter,
      { ...message, ...(prepared && { letter: prepared.letter }) },
      prepared?.destination,
      letterLimit,
    );
  };

/** Whether messages of one conversation are sent one after the other: letters find their place by themselves. */
const keepsOrder = (channel: Channel): boolean => channel !== 'email';

/** Outgoing messages of channels that must be told: ordered when posted, sent by a job, their state kept on the message. */
export function deliverOutgoing(
  platform: Platform,
  { ratingLink }: Pick<ConversationPorts, 'ratingLink'>,
): void {
  const { database, jobs, relay } = platform;

  relay.on(messagePosted, 'conversations.deliver', async (events) => {
    const placeOf = ({ subjectId, payload }: (typeof events)[number]) => ({
      conversationId: subjectId,
      messageId: payload.messageId,
    });
    const outbound = events.filter((event) => event.payload.outbound).map(placeOf);
    const lines = events.filter((event) => event.payload.kind === 'system').map(placeOf);
    if (outbound.length === 0 && lines.length === 0) return;
    await database.write(async (tx) => {
      // Lines first: what was written after them waits behind them.
      const told = await letLinesOut(tx, platform, lines);
      await orderDeliveries(tx, jobs, [...told, ...outbound]);
    });
  });
  relay.on(messagePosted, 'conversations.send_held', async (events) => {
    const written = events.filter(({ payload }) => payload.author === 'customer').map((it) => it.subjectId);
    if (written.length === 0) return;
    const reader = database.reader();
    const notified = [...(await findConversations(reader, [...new Set(written)])).values()].filter((it) =>
      noticeChannels.includes(it.channel),
    );
    if (notified.length === 0) return;
    await database.write(async (tx) => {
      const ids = notified.map((it) => it.id);
      await orderDeliveries(tx, jobs, await queueAgain(tx, ids, waitsForCustomer));
    });
  });
  jobs.work(deliverMessage, (data, attempt) => attemptDelivery(platform, data, attempt, through(ratingLink)));
}

/** One attempt: afterwards the message is sent or failed, or the next attempt is ordered. Failed too when an error ends the last run. */
export async function attemptDelivery(
  platform: Platform,
  data: Delivery,
  { last }: Attempt,
  send: Send = through(async () => null),
): Promise<void> {
  const { clock, database, jobs } = platform;
  const { conversationId, messageId, attempt = 1, partsSent = 0 } = data;
  const settle = (record: ConversationRecord, settled: MessageRecord) =>
    database.write(async (tx) => {
      await settleDelivery(tx, platform, record, settled);
      // Nobody looks at what the assistant has: its customer would wait for an answer that never came.
      if (settled.delivery?.state === 'failed' && settled.author.type === 'bot')
        await leaveToPeople(tx, platform, record.id, 'handed_over_needed');
    });
  const reader = database.reader();
  const conversation = await findConversation(reader, conversationId);
  const message = await findMessage(reader, conversationId, messageId);
  if (!conversation || message?.delivery?.state !== 'queued') return;
  // Its job is ordered when the one before it is settled. One that has begun goes on, lest what it has sent be forgotten.
  const waits = attempt === 1 && keepsOrder(conversation.channel);
  if (
    waits &&
    (await hasQueuedBefore(reader, message)) &&
    (await database.write((tx) => staysQueuedBefore(tx, message)))
  )
    return;
  try {
    const step = afterAttempt(await send(platform, conversation, { ...message, partsSent }), attempt);
    if ('delivery' in step) return await settle(conversation, { ...message, ...step });
    const next = { conversationId, messageId, attempt: attempt + 1, partsSent: step.partsSent };
    const after = new Date(clock.now().getTime() + step.retryIn * 1000);
    await database.write((tx) => orderDeliveries(tx, jobs, [next], { after }));
  } catch (error) {
    if (last) {
      const delivery = { state: 'failed' as const, error: errorInLine(error) };
      await settle(conversation, { ...message, delivery });
    }
    throw error;
  }
}

/** Writes down how far a message has come, and tells agents. */
export async function settleDelivery(
  tx: Tx,
  platform: Platform,
  conversation: ConversationRecord,
  message: MessageRecord,
): Promise<void> {
  await saveDelivery(tx, message);
  if (message.delivery?.state !== 'queued' && keepsOrder(conversation.channel)) {
    const { id: conversationId } = conversation;
    const next = await nextQueued(tx, conversationId);
    if (next) await orderDeliveries(tx, platform.jobs, [{ conversationId, messageId: next }]);
  }
  const [view] = (await presentOne(tx, platform.keys, conversation, [message])).messages;
  if (view) platform.live.hint(tx, agentTopics(conversation), { type: 'message.changed', message: view });
}
