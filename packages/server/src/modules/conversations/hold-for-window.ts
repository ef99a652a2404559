import { deliveryTroubles } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import {
  type DeliveryResult,
  noteNoticed,
  organisationName,
  readSocialThread,
  sendNotice,
} from '../channels/index.ts';
import type { ConversationRecord, MessageRecord } from './conversation.ts';

/** Why an agent's message is not there yet: its customer was told that it waits, and gets it with their next message. */
export const waitsForCustomer = deliveryTroubles.waits_for_customer;

/**
 * What becomes of an agent's message when its platform takes no answers any more and has templates: its customer is told once for each silence of theirs that an
 * answer waits. Undefined where no template is set: then it is sent as ever, and the platform says what it says.
 */
export async function holdForWindow(
  platform: Platform,
  conversation: ConversationRecord,
  message: MessageRecord,
): Promise<DeliveryResult | undefined> {
  const { database, clock } = platform;
  const thread = await readSocialThread(database.reader(), conversation.id);
  if (!thread) return undefined;
  const { noticedAt, lastInboundAt, address } = thread;
  const told = noticedAt !== null && noticedAt >= lastInboundAt;
  if (!told) {
    const inbox = { id: conversation.inboxId, channel: conversation.channel };
    const result = await sendNotice(platform, inbox, address, {
      key: message.id,
      kind: 'answered',
      values: {
        number: `#${conversation.number}`,
        status: '',
        time: clock.now(),
        organisation: await organisationName(database.reader()),
      },
      link: null,
    });
    if (result === null) return undefined;
    if (result.state !== 'sent') return result;
    await database.write((tx) => noteNoticed(tx, conversation.id));
  }
  return { state: 'failed', reason: waitsForCustomer };
}
