import type { SealReason } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { announce } from '../../../platform/events/event.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { tellAdministrators } from '../../access/index.ts';
import { readAgentCards } from '../../people/index.ts';
import { accessForAgent } from '../access-conversation.ts';
import { sealOpened } from '../events.ts';
import { countOpeningsSince, insertSealOpening, queueUpOpenings } from './opening-store.ts';
import { lockRemoval, readShieldSettings } from './removal-store.ts';
import { openOriginal } from './seal-original.ts';

const day = 24 * 3_600_000;

/**
 * Opens what was kept sealed to an agent who says why: on record, told to administrators, a few times a day. Throws `conversation.not_found`, `shield.not_found` (also where its
 * time is over), `shield.openings_used_up`.
 */
export async function openSealed(
  tx: Tx,
  platform: Pick<Platform, 'jobs' | 'keys' | 'mail' | 'publicUrl'>,
  actor: AgentActor,
  { conversationId, removalId }: { conversationId: string; removalId: string },
  why: { reason: SealReason; note: string },
): Promise<{ text: string; left: number }> {
  const conversation = await accessForAgent(tx, actor, conversationId);
  await queueUpOpenings(tx, actor.id);
  const removal = await lockRemoval(tx, conversation.id, removalId);
  const original = removal?.original;
  if (!removal || !original || original.until <= tx.now) throw fail('shield.not_found');
  const { openingsADay } = (await readShieldSettings(tx)).settings;
  const used = await countOpeningsSince(tx, actor.id, new Date(tx.now.getTime() - day));
  if (used >= openingsADay) throw fail('shield.openings_used_up', { count: openingsADay });
  const id = newId(tx.now.getTime());
  await insertSealOpening(tx, {
    id,
    conversationId: conversation.id,
    removalId,
    kind: removal.kind,
    agentId: actor.id,
    ...why,
    openedAt: tx.now,
  });
  await announce(tx, sealOpened, {
    subjectId: conversation.id,
    actor,
    payload: { openingId: id, removalId, reason: why.reason },
  });
  await tellAdministrators(tx, platform, {
    about: id,
    notice: 'seal_opened',
    permission: 'shield.manage',
    params: {
      agent: (await readAgentCards(tx, [actor.id])).get(actor.id)?.name ?? '',
      number: String(conversation.number),
      link: `${platform.publicUrl}/console/settings/shield`,
    },
  });
  return { text: openOriginal(platform.keys, removalId, original), left: openingsADay - used - 1 };
}
