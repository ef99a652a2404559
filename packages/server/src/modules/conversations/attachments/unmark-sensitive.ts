import type { Attachment, UnmarkingReason } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { lockForAgent } from '../access-conversation.ts';
import { fileMarkTakenBack } from '../events.ts';
import { readAttachments } from './attachment-store.ts';
import { hintFiles } from './hint-files.ts';
import { findSensitive, takeMark } from './sensitive-store.ts';

/**
 * Takes the mark of a file back. Only the mark and the need of a reason go: the bytes stay encrypted, since writing them open again would gain
 * nobody anything, and their key says that the file was marked once, so that no rule marks it anew. Who opened it until now stays kept. See the
 * endpoint `files.unmarkSensitive`.
 */
export async function unmarkByAgent(
  tx: Tx,
  platform: Pick<Platform, 'keys' | 'live'>,
  actor: AgentActor,
  place: { conversationId: string; fileId: string },
  reason: UnmarkingReason,
): Promise<Attachment> {
  const { fileId } = place;
  const conversation = await lockForAgent(tx, actor, place.conversationId);
  const file = await findSensitive(tx, fileId);
  if (file?.conversationId !== conversation.id) throw fail('file.not_found');
  if (file.dataKey === null) throw fail('file.being_encrypted');
  await takeMark(tx, fileId);
  await announce(tx, fileMarkTakenBack, {
    subjectId: conversation.id,
    actor,
    payload: { attachmentId: fileId, reason },
  });
  await hintFiles(tx, platform, conversation, [fileId]);
  const view = (await readAttachments(tx, platform.keys, [fileId])).get(fileId);
  if (!view) throw fail('file.not_found');
  return view;
}
