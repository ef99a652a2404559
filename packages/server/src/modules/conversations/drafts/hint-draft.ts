import type { Tx } from '../../../platform/database/database.ts';
import type { Live } from '../../../platform/live/live.ts';
import type { ConversationRecord } from '../conversation.ts';
import { agentTopics } from '../hints.ts';
import type { DraftPlace } from './draft-store.ts';

/**
 * Tells, after commit, that a draft is no longer as it was: its agent's own screens, and those of colleagues where it is or was shared. It says nothing
 * of what is written; who hears it fetches what they may see. `version` is null for one that is gone.
 */
export function hintDraft(
  tx: Tx,
  live: Live,
  conversation: ConversationRecord,
  draft: DraftPlace & { version: number | null; seenByColleagues: boolean },
): void {
  const { agentId, kind, version, seenByColleagues } = draft;
  // Whoever sees the conversation hears of what is shared in it, its writer among them.
  const topics = seenByColleagues ? agentTopics(conversation) : [`agent:${agentId}`];
  const conversationId = conversation.id;
  live.hint(tx, topics, { type: 'draft.changed', conversationId, agentId, kind, version });
}
