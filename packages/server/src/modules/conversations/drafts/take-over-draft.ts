import type { SavedDraft } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { accessForAgent } from '../access-conversation.ts';
import { passUnsent } from '../attachments/attachment-store.ts';
import { draftTakenOver } from '../events.ts';
import { combineDrafts } from './draft-rules.ts';
import { deleteDraft, insertDraft, lockDraft, updateDraft } from './draft-store.ts';
import { hintDraft } from './hint-draft.ts';
import { presentDraft } from './present-drafts.ts';

/** An agent goes on with what a colleague shares. See the endpoint `conversations.takeOverDraft`. */
export async function takeOverDraft(
  tx: Tx,
  { keys, live }: Pick<Platform, 'keys' | 'live'>,
  actor: AgentActor,
  { id, kind }: { id: string; kind: 'text' | 'note' },
  from: { agentId: string; version: number },
): Promise<SavedDraft> {
  const conversation = await accessForAgent(tx, actor, id);
  const theirs = await lockDraft(tx, { conversationId: id, agentId: from.agentId, kind });
  if (!theirs?.shared || from.agentId === actor.id) throw fail('conversation.draft_not_found');
  if (theirs.version !== from.version) throw fail('conversation.draft_changed');
  const place = { conversationId: id, agentId: actor.id, kind };
  const own = await lockDraft(tx, place);
  const words = { ...combineDrafts(theirs, own), shared: own?.shared ?? false };
  await passUnsent(tx, theirs.agentId, actor.id, theirs.attachmentIds);
  await deleteDraft(tx, theirs);
  const record = own ? await updateDraft(tx, place, words) : await insertDraft(tx, place, words);
  if (!record) throw fail('conversation.draft_changed');
  await announce(tx, draftTakenOver, {
    subjectId: id,
    actor,
    payload: { fromAgentId: theirs.agentId, kind },
  });
  hintDraft(tx, live, conversation, { ...theirs, version: null, seenByColleagues: true });
  hintDraft(tx, live, conversation, { ...record, seenByColleagues: record.shared });
  return presentDraft(tx, keys, record);
}
