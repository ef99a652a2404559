import { type ExampleBody, maximumEarlier } from '@fairlead/contract';
import { withoutNames } from '@fairlead/contract/without-names';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { accessForAgent, readMessages } from '../../conversations/index.ts';
import { listTurns } from '../assistant-store.ts';

const looked = 200;
const longest = 4000;

/**
 * What a customer wrote up to a turn, turn by turn, without what names somebody: a case that is kept for good is not theirs any more. Throws
 * `conversation.not_found`, and `request.not_found` where there is no such turn.
 */
export async function draftExample(
  reader: Reader,
  caller: AgentActor,
  conversationId: string,
  seq: number,
): Promise<Pick<ExampleBody, 'locale' | 'text' | 'earlier'>> {
  const { locale } = await accessForAgent(reader, caller, conversationId);
  const [turns, messages] = await Promise.all([
    listTurns(reader, conversationId, looked),
    readMessages(reader, conversationId, { before: seq + 1, limit: looked }, 'everything'),
  ]);
  const asked = messages
    .filter((it) => it.author.type === 'customer' && it.kind === 'text')
    .toSorted((a, b) => a.seq - b.seq);
  const ends = turns.map((it) => it.seq).filter((end) => end <= seq);
  const texts = ends.map((end, at) => {
    const from = at === 0 ? 0 : (ends[at - 1] ?? 0);
    const own = asked.filter((it) => it.seq > from && it.seq <= end).map((it) => it.text);
    return withoutNames(own.join('\n')).slice(0, longest).trim();
  });
  const text = texts.pop();
  if (ends.at(-1) !== seq || !text) throw fail('request.not_found');
  return { locale, text, earlier: texts.filter((it) => it !== '').slice(-maximumEarlier) };
}
