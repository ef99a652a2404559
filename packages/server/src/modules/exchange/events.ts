import { freezeState, recoveryState } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** An agent looked at what the exchange knows of a customer, who is the subject; out of which conversation. */
export const customerFactsRead = eventType(
  'exchange.customer_facts_read',
  z.object({ conversationId: z.uuid() }),
);

/** An account is to be frozen, is frozen, or is not: the customer is the subject, who did it the actor. */
export const accountFreezeChanged = eventType(
  'exchange.account_freeze_changed',
  z.object({ freezeId: z.uuid(), state: freezeState }),
);

/** An account is asked back on a ticket, which is the subject; how far that is by now. */
export const accountRecoveryChanged = eventType(
  'exchange.account_recovery_changed',
  z.object({ recoveryId: z.uuid(), state: recoveryState, contested: z.boolean() }),
);
