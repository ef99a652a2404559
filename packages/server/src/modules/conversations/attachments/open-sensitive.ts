import type { FileOpening, OpeningReason } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import { openingAddress } from '../../../platform/files/file-address.ts';
import { readAgentCards } from '../../people/index.ts';
import { accessForAgent } from '../access-conversation.ts';
import { fileOpened } from '../events.ts';
import { findPlace, insertOpening, listOpenings } from './sensitive-store.ts';

/** Openings that are shown on a file. */
const mostShown = 100;

/** Opens a sensitive file to an agent who says why. See the endpoint `files.openSensitive`. */
export async function openSensitive(
  tx: Tx,
  keys: Keys,
  actor: AgentActor,
  place: { conversationId: string; fileId: string },
  why: { reason: OpeningReason; note: string },
): Promise<{ url: string; endsAt: string }> {
  await accessSensitive(tx, actor, place);
  const { fileId } = place;
  await insertOpening(tx, { id: newId(), attachmentId: fileId, agentId: actor.id, ...why });
  await announce(tx, fileOpened, {
    subjectId: place.conversationId,
    actor,
    payload: { attachmentId: fileId, reason: why.reason },
  });
  const { url, endsAt } = openingAddress(keys.derive('sensitive-file-address'), fileId, tx.now);
  return { url, endsAt: endsAt.toISOString() };
}

/** Who opened a sensitive file, when and why. See the endpoint `files.listOpenings`. */
export async function readOpenings(
  reader: Reader,
  actor: AgentActor,
  place: { conversationId: string; fileId: string },
): Promise<FileOpening[]> {
  await accessSensitive(reader, actor, place);
  const openings = await listOpenings(reader, place.fileId, mostShown);
  const agents = await readAgentCards(reader, [...new Set(openings.map((it) => it.agentId))]);
  return openings.map((it) => ({ ...it, agentName: agents.get(it.agentId)?.name ?? '' }));
}

async function accessSensitive(
  reader: Reader,
  actor: AgentActor,
  { conversationId, fileId }: { conversationId: string; fileId: string },
): Promise<void> {
  const conversation = await accessForAgent(reader, actor, conversationId);
  const file = await findPlace(reader, fileId);
  if (file?.conversationId !== conversation.id || !file.sensitive) throw fail('file.not_found');
}
