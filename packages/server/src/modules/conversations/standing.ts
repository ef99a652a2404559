import type { Announcement } from '../../platform/events/event.ts';
import type { ConversationRecord } from './conversation.ts';
import {
  conversationAssigned,
  conversationClosed,
  conversationQueued,
  conversationReopened,
  conversationStarted,
} from './events.ts';

const standingOf = ({ state, teamId, assigneeId, accepted }: ConversationRecord) => ({
  state,
  teamId,
  assigneeId,
  accepted,
});

/** Whether its customer begins to wait, or waits for another team now. */
export const isQueuedAnew = (
  before: Pick<ConversationRecord, 'state' | 'teamId'>,
  after: Pick<ConversationRecord, 'state' | 'teamId'>,
): boolean => after.state === 'queued' && (before.state !== 'queued' || before.teamId !== after.teamId);

/** The facts that lie between two states of a conversation; a change that is none of them (a read mark) has no fact. */
export function factsOf(
  before: ConversationRecord | null,
  after: ConversationRecord,
): Array<Pick<Announcement, 'event' | 'payload'>> {
  const facts: Array<{ event: unknown; payload: unknown }> = [];
  if (!before) {
    const { customerId, inboxId, teamId, language, previousId } = after;
    facts.push({
      event: conversationStarted,
      payload: { customerId, inboxId, teamId, language, previousId },
    });
  }
  const from = before ?? { ...after, state: 'bot' as const, assigneeId: null, accepted: false };
  const change = { before: standingOf(from), after: standingOf(after) };
  if (from.state === 'closed' && after.state !== 'closed')
    facts.push({ event: conversationReopened, payload: change });
  if (after.state === 'closed' && from.state !== 'closed') {
    facts.push({ event: conversationClosed, payload: { ...change, reason: after.closeReason ?? 'other' } });
  }
  if (isQueuedAnew(from, after)) {
    facts.push({ event: conversationQueued, payload: change });
  }
  if (
    after.state === 'assigned' &&
    (from.assigneeId !== after.assigneeId || from.accepted !== after.accepted)
  ) {
    facts.push({ event: conversationAssigned, payload: change });
  }
  return facts as Array<Pick<Announcement, 'event' | 'payload'>>;
}
