import type { MappedIntent, UtteranceState } from '@fairlead/contract';
import type { AgentActor } from '../../../../platform/actor.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { announce } from '../../../../platform/events/event.ts';
import { fail } from '../../../../platform/fail.ts';
import { utteranceDecided } from '../../events.ts';
import { flawHere } from './propose.ts';
import { lockUtterance, putDecision, type UtteranceRecord } from './utterance-store.ts';

/**
 * Accepts an utterance for the next training, rejects it or puts it back, with the intent that it has. Only what is accepted is learned from. Throws
 * `request.not_found`, and `learning.utterance_*` where by now it cannot teach anything.
 */
export async function decideUtterance(
  tx: Tx,
  actor: AgentActor,
  id: string,
  { state, intent }: { state: UtteranceState; intent: MappedIntent },
): Promise<UtteranceRecord> {
  const former = await lockUtterance(tx, id);
  if (!former) throw fail('request.not_found');
  if (former.state === state && former.intent === intent) return former;
  const flaw = state === 'accepted' ? await flawHere(tx, former, id) : undefined;
  if (flaw) throw fail(`learning.utterance_${flaw}`);
  await putDecision(tx, id, { state, intent, agentId: actor.id });
  await announce(tx, utteranceDecided, {
    subjectId: id,
    actor,
    payload: { before: { state: former.state, intent: former.intent }, after: { state, intent } },
  });
  const decided = state !== 'proposed';
  return {
    ...former,
    state,
    intent,
    decidedBy: decided ? actor.id : null,
    decidedAt: decided ? tx.now : null,
  };
}
