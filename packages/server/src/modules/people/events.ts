import { presence, tier } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** Whether an agent takes conversations has changed: by their choice, by idleness, or with their sockets. The subject is the agent. */
export const agentPresenceChanged = eventType(
  'agent.presence_changed',
  z.object({ before: presence, after: presence }),
);

/** What `updateProfile` changes. */
export const agentProfileFields = [
  'name',
  'locale',
  'languages',
  'skills',
  'certifiedUntil',
  'schedule',
  'capacity',
] as const;
const agentFields = [...agentProfileFields, 'teams', 'roles', 'disabled'] as const;

/** What is known of an agent was changed. The subject is the agent. */
export const agentChanged = eventType('agent.changed', z.object({ fields: z.array(z.enum(agentFields)) }));
export type AgentField = (typeof agentFields)[number];

/**
 * A team was made, changed or removed. The subject is the team; `added` and `removed` are agents, `kept` is what had been shared with one
 * that was removed, and is its owners' own now.
 */
export const teamChanged = eventType(
  'team.changed',
  z.object({
    change: z.enum(['created', 'updated', 'deleted']),
    added: z.array(z.uuid()),
    removed: z.array(z.uuid()),
    kept: z.object({ views: z.array(z.uuid()), macros: z.array(z.uuid()) }).optional(),
  }),
);

/** A visitor turned out to be a verified customer, who is the subject. */
export const customerMerged = eventType(
  'customer.merged',
  z.object({ fromCustomerId: z.uuid(), toCustomerId: z.uuid() }),
);

/** The exchange says something else of a customer than before: how much they are worth to it. The subject is the customer. */
export const customerTierChanged = eventType(
  'customer.tier_changed',
  z.object({ before: tier, after: tier }),
);
