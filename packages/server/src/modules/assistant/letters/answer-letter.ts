import { languageOf } from '@fairlead/contract';
import { system } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { answerFirst, withSources } from '../../conversations/index.ts';
import { applyActions } from '../../tickets/index.ts';
import { insertTurn } from '../assistant-store.ts';
import { blankMemory } from '../decide/memory.ts';
import { insertCall } from '../model/model-store.ts';
import { passageKey } from '../retrieve/passage.ts';
import type { InForce } from '../settings/settings-source.ts';
import { type Knowledge, type Thought, think } from '../think.ts';
import { traceOf } from '../trace.ts';
import type { BegunByLetter } from './begun-by-letters.ts';
import { decideLetter, type LetterCase } from './decide-letter.ts';
import { countSentSince, findLetterAnswer, insertLetterAnswer } from './letter-store.ts';

const day = 24 * 3_600_000;
/** What a ticket that was answered by itself is found by. */
const tag = 'answered-by-assistant';

/**
 * Answers the letter, form or message that a conversation began with, where the help center does: as a draft for whoever answers it, or at once where
 * administrators let it. The same decision as in the chat, but nothing is looked up at the exchange: a letter proves nobody's account. Messages on platforms
 * are drafts only. Done twice it is done once.
 */
export async function answerLetter(
  platform: Platform,
  knowledge: Knowledge,
  { settings, words }: InForce,
  { conversation, first, subject, customer, timeZone, given, ticketId }: BegunByLetter,
): Promise<void> {
  const { database, clock, config } = platform;
  const conversationId = conversation.id;
  // Whatever the answer would be.
  if (decideLetter({ ...given, answer: { sure: true, inTheirLanguage: true } }) === 'nothing') return;
  const begun = performance.now();
  const thought = await think(knowledge, {
    off: !config.ASSISTANT,
    text: `${subject}\n${first.text}`.trim(),
    page: conversation.locale,
    memory: blankMemory,
    customer,
    timeZone: timeZone ?? 'UTC',
    flooding: false,
    thresholds: settings.thresholds,
    words,
    articlesOnly: true,
    asker: { spenderId: conversation.customerId, before: [] },
  });
  const milliseconds = performance.now() - begun;
  const { heard, decision, model } = thought.steps;
  // Whoever is upset or in a hurry is not told that it is solved.
  const pressing = heard.signals.has('angry') || heard.signals.has('urgent');
  const letter: LetterCase = {
    ...given,
    delicate: given.delicate || pressing,
    answer: answerIn(thought),
  };
  const fate = decideLetter(letter);
  if (fate === 'nothing' && !model?.call) return;
  await database.write(async (tx) => {
    if (model?.call) await insertCall(tx, { conversationId, seq: first.seq }, model.call);
    if (fate === 'nothing' || decision.kind !== 'answer') return;
    const sent = fate === 'send' && (await send(tx));
    const { locale } = heard;
    await insertLetterAnswer(tx, {
      conversationId,
      customerId: conversation.customerId,
      seq: first.seq,
      locale,
      text: withSources(thought.text, thought.sources, platform.publicUrl),
      sources: thought.sources,
      passage: passageKey(decision.passage),
      sent,
    });
    await insertTurn(tx, {
      conversationId,
      seq: first.seq,
      locale,
      intent: heard.guesses[0]?.label ?? null,
      decision: decision.kind,
      milliseconds,
      trace: traceOf(thought),
    });
  });

  /** False where somebody was quicker: then it is a draft. */
  async function send(tx: Tx): Promise<boolean> {
    const since = new Date(clock.now().getTime() - day);
    // By now: two letters of a machine may be read at once.
    const sentLately = await countSentSince(tx, conversation.customerId, since);
    if (decideLetter({ ...letter, sentLately }) !== 'send') return false;
    if (await findLetterAnswer(tx, conversationId)) return false;
    // Pages show sources beside the words, letters cannot.
    const said =
      conversation.channel === 'email'
        ? withSources(thought.text, thought.sources, platform.publicUrl)
        : thought.text;
    const answered = await answerFirst(tx, platform, conversationId, {
      text: `${said}\n\n${words(heard.locale, 'letter_person')}`,
      sources: thought.sources,
      seenSeq: first.seq,
      key: first.id,
    });
    if (!answered) return false;
    if (ticketId === null) return true;
    await applyActions(
      tx,
      platform,
      system('assistant'),
      ticketId,
      [
        { do: 'add_tags', tags: [tag] },
        { do: 'set_status', status: 'solved' },
      ],
      { cause: 'assistant', author: { id: conversationId, name: 'assistant' }, key: first.id },
    );
    return true;
  }
}

/** What it would answer from articles; null where it has none, or people are needed. */
function answerIn({ steps: { decision, heard, model }, sources, handOver }: Thought): LetterCase['answer'] {
  if (decision.kind !== 'answer' || handOver !== null || sources.length === 0) return null;
  const worded = model?.trace.outcome === 'answered';
  const same = languageOf(decision.passage.locale) === languageOf(heard.locale);
  return { sure: !decision.hedged, inTheirLanguage: worded || same };
}
