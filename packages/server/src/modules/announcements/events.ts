import { announcementState } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** The subject of all of these is the announcement. */
export const announcementCreated = eventType('announcement.created', z.object({ kind: z.string() }));
/** What it says in a language, or what holds in all of them, was changed. */
export const announcementChanged = eventType(
  'announcement.changed',
  z.object({ fields: z.array(z.string()), locale: z.string().nullable() }),
);
/** Somebody has read a machine's text and stands by it. */
export const announcementTextReviewed = eventType(
  'announcement.text_reviewed',
  z.object({ locale: z.string() }),
);
/** It was sent to review, approved, taken back, published, corrected, withdrawn: by whom is the actor. */
export const announcementMoved = eventType(
  'announcement.moved',
  z.object({
    move: z.string(),
    from: announcementState,
    to: announcementState,
    edition: z.number().int(),
  }),
);
export const announcementRemoved = eventType('announcement.removed', z.object({}));
/** A customer chose what they are sent, or stopped it. The subject is the customer. */
export const subscriptionChanged = eventType(
  'announcement.subscription_changed',
  z.object({ kinds: z.array(z.string()), by: z.enum(['portal', 'link']) }),
);
