import {
  closeReason,
  conversationState,
  openingReasons,
  sealReasons,
  shieldSettings,
  sourceReasons,
  unmarkingReasons,
} from '@fairlead/contract';
import { secretKinds } from '@fairlead/shield';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

/** Where a conversation stands, as facts keep it. */
const standing = z.object({
  state: conversationState,
  teamId: z.uuid(),
  assigneeId: z.uuid().nullable(),
  accepted: z.boolean(),
});
const change = z.object({ before: standing, after: standing });

/** A conversation began. */
export const conversationStarted = eventType(
  'conversation.started',
  z.object({
    customerId: z.uuid(),
    inboxId: z.uuid(),
    teamId: z.uuid(),
    language: z.string(),
    previousId: z.uuid().nullable(),
  }),
);
/** A message of any kind was written. */
export const messagePosted = eventType(
  'message.posted',
  z.object({
    messageId: z.uuid(),
    seq: z.number().int(),
    kind: z.enum(['text', 'note', 'system']),
    author: z.enum(['customer', 'agent', 'bot', 'system']),
    /** It leaves through a channel that must be told. */
    outbound: z.boolean(),
  }),
);
/** It waits for an agent: new, reopened, released, transferred to a team, or an offer that lapsed. */
export const conversationQueued = eventType('conversation.queued', change);
/** An agent got it: by routing (an offer, until accepted), by taking, by a lead, by transfer. */
export const conversationAssigned = eventType('conversation.assigned', change);
export const conversationClosed = eventType('conversation.closed', change.extend({ reason: closeReason }));
export const conversationReopened = eventType('conversation.reopened', change);
/** A file holds an identity document: from now on it is opened with a reason only. The conversation is the subject. */
export const fileMarkedSensitive = eventType('file.marked_sensitive', z.object({ attachmentId: z.uuid() }));
/** An agent took that back: it is opened like any other again. The conversation is the subject. */
export const fileMarkTakenBack = eventType(
  'file.mark_taken_back',
  z.object({ attachmentId: z.uuid(), reason: z.enum(unmarkingReasons) }),
);
/** An agent opened a sensitive file. The conversation is the subject. */
export const fileOpened = eventType(
  'file.opened',
  z.object({ attachmentId: z.uuid(), reason: z.enum(openingReasons) }),
);
/** An agent opened a letter as it came. The conversation is the subject. */
export const letterOpened = eventType(
  'letter.opened',
  z.object({ letterId: z.uuid(), messageId: z.uuid(), reason: z.enum(sourceReasons) }),
);
/** An agent goes on with what a colleague was writing. The conversation is the subject. */
export const draftTakenOver = eventType(
  'draft.taken_over',
  z.object({ fromAgentId: z.uuid(), kind: z.enum(['text', 'note']) }),
);
/** The shield took secrets out of a customer's message. The conversation is the subject. */
export const secretsRemoved = eventType(
  'conversation.secrets_removed',
  z.object({ messageId: z.uuid(), seq: z.number().int(), kinds: z.array(z.enum(secretKinds)) }),
);
/** An agent said that what the shield removed was no secret, or took that back. The conversation is the subject. */
export const removalReported = eventType(
  'shield.removal_reported',
  z.object({ removalId: z.uuid(), was: z.boolean() }),
);
/** An agent opened what the shield had removed and kept sealed. The conversation is the subject. */
export const sealOpened = eventType(
  'shield.seal_opened',
  z.object({ openingId: z.uuid(), removalId: z.uuid(), reason: z.enum(sealReasons) }),
);
/** An administrator, who is the subject, said what is kept of what the shield removes. */
export const shieldSettingsChanged = eventType('shield.settings_changed', shieldSettings);
/** A public conversation, the subject, went on in a private chat. */
export const conversationWentOn = eventType('conversation.went_on', z.object({ inId: z.uuid() }));
/** A visitor's threads became a verified customer's. */
export const conversationsMerged = eventType(
  'conversation.merged',
  z.object({ fromCustomerId: z.uuid(), toCustomerId: z.uuid() }),
);
