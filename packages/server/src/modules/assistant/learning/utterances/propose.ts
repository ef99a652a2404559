import type { Category, Locale, MappedIntent, UtteranceFlaw } from '@fairlead/contract';
import { isMappedIntent } from '@fairlead/contract';
import { guessIntents } from '@fairlead/understanding';
import type { AgentActor } from '../../../../platform/actor.ts';
import { newId } from '../../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../../platform/database/database.ts';
import { fail } from '../../../../platform/fail.ts';
import { accessForAgent } from '../../../conversations/index.ts';
import { findCluster } from '../cluster-store.ts';
import { listQuestions } from '../question-store.ts';
import { askedIn } from '../questions-of-conversation.ts';
import { textsLearned } from './texts-learned.ts';
import { flawOf, knownTexts } from './utterance-rules.ts';
import { insertUtterance, textsHeld } from './utterance-store.ts';

/** Why a text cannot teach anything, by what came along and by what was proposed here, but for one of them. */
export async function flawHere(
  reader: Reader,
  { text, locale }: { text: string; locale: Locale },
  but?: string,
): Promise<UtteranceFlaw | undefined> {
  const { heldOut, learned } = textsLearned(locale);
  const flaw = flawOf(text, { heldOut, learned });
  if (flaw) return flaw;
  return knownTexts(await textsHeld(reader, locale, but)).has(text) ? 'known' : undefined;
}

/** Proposes questions of a cluster as utterances of an intent; answers how many, and why others cannot teach anything. Throws `request.not_found`. */
export async function proposeFromCluster(
  tx: Tx,
  actor: AgentActor,
  clusterId: string,
  { questionIds, intent }: { questionIds: readonly string[]; intent: MappedIntent },
): Promise<{ proposed: number; leftOut: Array<{ questionId: string; flaw: UtteranceFlaw }> }> {
  if (!(await findCluster(tx, clusterId))) throw fail('request.not_found');
  const questions = await listQuestions(tx, clusterId);
  const leftOut: Array<{ questionId: string; flaw: UtteranceFlaw }> = [];
  let proposed = 0;
  for (const questionId of new Set(questionIds)) {
    const question = questions.find((it) => it.id === questionId);
    if (!question) throw fail('request.not_found');
    const flaw = await propose(tx, actor.id, { ...question, intent, source: 'cluster', clusterId });
    if (flaw) leftOut.push({ questionId, flaw });
    else proposed += 1;
  }
  return { proposed, leftOut };
}

/**
 * Proposes what a customer wrote at a turn as an utterance of what they really wanted. Throws `conversation.not_found`, `request.not_found` where
 * there is no such turn, and `learning.utterance_*` where the text cannot teach anything.
 */
export async function correctIntent(
  tx: Tx,
  actor: AgentActor,
  { conversationId, seq, intent }: { conversationId: string; seq: number; intent: MappedIntent },
): Promise<void> {
  await accessForAgent(tx, actor, conversationId);
  const { asked } = await askedIn(tx, conversationId);
  const question = asked.get(seq);
  if (!question) throw fail('request.not_found');
  const flaw = await propose(tx, actor.id, { ...question, intent, source: 'correction', clusterId: null });
  if (flaw) throw fail(`learning.utterance_${flaw}`);
}

/** Proposes a text, which names nobody by now, as an utterance of an intent; answers why it cannot teach anything, undefined where it was proposed. */
export async function propose(
  tx: Tx,
  agentId: string | null,
  utterance: {
    text: string;
    locale: Locale;
    intent: MappedIntent;
    source: 'cluster' | 'correction';
    clusterId: string | null;
    /** Of which ticket somebody changed the category, and to which. */
    ticketId?: string;
    category?: Category;
  },
): Promise<UtteranceFlaw | undefined> {
  const { text, locale, intent, source, clusterId, ticketId = null, category = null } = utterance;
  const flaw = await flawHere(tx, { text, locale });
  if (flaw) return flaw;
  const [guess] = guessIntents(text);
  const added = await insertUtterance(tx, {
    id: newId(),
    locale,
    text,
    intent,
    guessed: guess && isMappedIntent(guess.label) ? guess.label : null,
    source,
    clusterId,
    ticketId,
    category,
    proposedBy: agentId,
  });
  return added ? undefined : 'known';
}
