import type { Conversation, Message } from '@fairlead/contract';

/** How far one of our messages has come. */
export type DeliveryStage = 'queued' | 'sent' | 'delivered' | 'read' | 'failed';

/** The stage of a message, or null for what nobody is to receive. Marks are counted in what the customer sees. */
export function deliveryOf(
  message: Message,
  marks: Pick<Conversation, 'customerDeliveredSeq' | 'customerReadSeq'>,
): DeliveryStage | null {
  const { delivery, publicSeq, author, publicOn } = message;
  if (!delivery || publicSeq === null || author.type === 'customer') return null;
  // Nobody knows who has read what everybody may.
  if (delivery.state !== 'sent' || publicOn !== null) return delivery.state;
  if (publicSeq <= marks.customerReadSeq) return 'read';
  return publicSeq <= marks.customerDeliveredSeq ? 'delivered' : 'sent';
}
