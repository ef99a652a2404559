import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** An inbox was made, or what is set for it was changed. The subject is the inbox. */
export const inboxChanged = eventType(
  'inbox.changed',
  z.object({ change: z.enum(['created', 'updated']), fields: z.array(z.string()) }),
);

/** A key that signs customers' identities was added to an inbox or retired. The subject is the inbox. */
export const identityKeyChanged = eventType(
  'inbox.identity_key_changed',
  z.object({ change: z.enum(['added', 'retired']), keyId: z.uuid() }),
);
