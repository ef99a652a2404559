import type { ConversationRecord } from '../conversation.ts';
import { decideAssign, decideClose, queued } from '../conversation-rules.ts';

type Standing = ConversationRecord;

/** What becomes of both when a public conversation goes on in the private chat that was proven. */
interface GoingOn {
  /** Null: it is closed already. */
  readonly inPublic: Standing | null;
  readonly inPrivate: Standing;
  /** Who has the chat from now on and had it not before. */
  readonly taker: string | null;
}

/**
 * One of the two goes on: the chat, and whoever held the public conversation holds it, unless somebody holds it already. Who waited for a person in
 * public waits for one there. The public one is done with, and its clock with it. Null where the chat was closed: then nothing goes on there. Pure.
 */
export function decideGoingOn(inPublic: Standing, inPrivate: Standing, now: Date): GoingOn | null {
  if (inPrivate.state === 'closed') return null;
  const closed =
    inPublic.state === 'closed'
      ? null
      : decideClose(inPublic, { agentId: '', anyone: true }, 'duplicate', now);
  const still = { inPublic: closed, inPrivate, taker: null };
  if (inPrivate.assigneeId !== null && inPrivate.accepted) return still;
  const { state, assigneeId, accepted } = inPublic;
  if (state === 'assigned' && assigneeId !== null && accepted)
    return {
      inPublic: closed,
      inPrivate: decideAssign(inPrivate, assigneeId) ?? inPrivate,
      taker: assigneeId,
    };
  const waited = state === 'queued' || state === 'assigned';
  return waited && inPrivate.state === 'bot' ? { ...still, inPrivate: queued(inPrivate, now) } : still;
}
