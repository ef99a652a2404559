import type { DraftContent, SavedDraft } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accessForAgent } from '../access-conversation.ts';
import { requireUnsent } from '../attachments/attachment-store.ts';
import { insertDraft, lockDraft, updateDraft } from './draft-store.ts';
import { hintDraft } from './hint-draft.ts';
import { presentDraft } from './present-drafts.ts';

/**
 * Keeps what an agent is writing. It holds the draft and not the conversation, so that nobody's message waits for it, and is no fact: nobody but
 * who sees the draft needs to know. See the endpoint `conversations.saveDraft`.
 */
export async function saveDraft(
  tx: Tx,
  { keys, live }: Pick<Platform, 'keys' | 'live'>,
  actor: AgentActor,
  { id, kind }: { id: string; kind: 'text' | 'note' },
  input: DraftContent & { version: number | null; shared: boolean; attachmentIds: string[] },
): Promise<SavedDraft> {
  const { version, shared, attachmentIds, ...content } = input;
  const conversation = await accessForAgent(tx, actor, id);
  const place = { conversationId: id, agentId: actor.id, kind };
  const held = await lockDraft(tx, place);
  if ((held?.version ?? null) !== version) throw fail('conversation.draft_changed');
  await requireUnsent(tx, actor, attachmentIds);
  const words = { content, attachmentIds, shared };
  const record = held ? await updateDraft(tx, place, words) : await insertDraft(tx, place, words);
  if (!record) throw fail('conversation.draft_changed');
  hintDraft(tx, live, conversation, { ...record, seenByColleagues: shared || (held?.shared ?? false) });
  return presentDraft(tx, keys, record);
}
