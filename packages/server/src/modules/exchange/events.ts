import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** An agent looked at what the exchange knows of a customer, who is the subject; out of which conversation. */
export const customerFactsRead = eventType(
  'exchange.customer_facts_read',
  z.object({ conversationId: z.uuid() }),
);
