import type { BodyOf, endpoints } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { accessForAgent, findMessage } from '../../conversations/index.ts';
import { editShare } from './edit-share.ts';
import { findOffers, saveFate } from './offer-store.ts';

/**
 * Notes what became of offers. Only one's own are changed, and none that became a message; a message is compared with the draft that it
 * began as if it is one's own reply in this conversation. Done twice it is done once. Throws `conversation.not_found`.
 */
export async function settleOffers(
  tx: Tx,
  actor: AgentActor,
  conversationId: string,
  { fates }: BodyOf<typeof endpoints.copilot.settle>,
): Promise<void> {
  await accessForAgent(tx, actor, conversationId);
  const place = { conversationId, agentId: actor.id };
  const offers = await findOffers(
    tx,
    place,
    fates.map((it) => it.offerId),
  );
  for (const fate of fates) {
    const offer = offers.get(fate.offerId);
    if (!offer) continue;
    if (fate.is === 'shown') await saveFate(tx, offer.id, null);
    else if (fate.is !== 'sent') await saveFate(tx, offer.id, { fate: fate.is });
    else {
      const message = await findMessage(tx, conversationId, fate.messageId);
      const own = message?.author.id === actor.id && message.kind === 'text';
      const said = offer.said ?? fate.said;
      if (!own || said === undefined) continue;
      const editedShare = editShare(said, message.text);
      await saveFate(tx, offer.id, {
        fate: editedShare === 0 ? 'accepted' : 'edited',
        messageId: message.id,
        ...(editedShare > 0 && { editedShare }),
      });
    }
  }
}
