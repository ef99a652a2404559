import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accessForAgent } from '../access-conversation.ts';
import { deleteDraft, lockDraft } from './draft-store.ts';
import { hintDraft } from './hint-draft.ts';

/** Removes an agent's own draft: it was sent, or is not wanted. See the endpoint `conversations.removeDraft`. */
export async function removeDraft(
  tx: Tx,
  { live }: Pick<Platform, 'live'>,
  actor: AgentActor,
  { id, kind }: { id: string; kind: 'text' | 'note' },
  version: number,
): Promise<void> {
  const conversation = await accessForAgent(tx, actor, id);
  const held = await lockDraft(tx, { conversationId: id, agentId: actor.id, kind });
  if (!held) return;
  if (held.version !== version) throw fail('conversation.draft_changed');
  await deleteDraft(tx, held);
  hintDraft(tx, live, conversation, { ...held, version: null, seenByColleagues: held.shared });
}
