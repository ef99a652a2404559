import { asksForIdentity, languageOf, socialCredentials } from '@fairlead/contract';
import { system } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isPublicPlace, lettersOfConversation, readInbox, readSocialThread } from '../../channels/index.ts';
import {
  answerFirst,
  findConversation,
  proofOf,
  readMessages,
  withSources,
} from '../../conversations/index.ts';
import { customerTimeZone, verifiedCustomer } from '../../people/index.ts';
import { applyActions, readTickets, ticketsOfConversations } from '../../tickets/index.ts';
import { insertTurn } from '../assistant-store.ts';
import { blankMemory } from '../decide/memory.ts';
import { insertCall } from '../model/model-store.ts';
import { passageKey } from '../retrieve/passage.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import { type Knowledge, type Thought, think } from '../think.ts';
import { traceOf } from '../trace.ts';
import { decideLetter, type LetterCase } from './decide-letter.ts';
import { countSentSince, findLetterAnswer, insertLetterAnswer } from './letter-store.ts';

const day = 24 * 3_600_000;
/** Entries of a thread that are looked at: it has only just begun. */
const beginning = 50;
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
  source: SettingsSource,
  conversationId: string,
): Promise<void> {
  const { database, clock, config } = platform;
  const found = await read(platform, conversationId);
  if (!found) return;
  const { conversation, first, subject, given, ticketId } = found;
  // Whatever the answer would be.
  if (decideLetter({ ...given, answer: { sure: true, inTheirLanguage: true } }) === 'nothing') return;
  const begun = performance.now();
  const [customer, timeZone, { settings, words }] = await Promise.all([
    verifiedCustomer(database.reader(), conversation.customerId),
    customerTimeZone(database.reader(), conversation.customerId),
    source.current(),
  ]);
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

/** The conversation with what it began with, and all that decides whether it may be answered by itself. */
async function read({ database, clock, config }: Platform, conversationId: string) {
  const reader = database.reader();
  const conversation = await findConversation(reader, conversationId);
  if (!conversation || conversation.channel === 'chat') return undefined;
  const onPlatform = socialCredentials[conversation.channel] !== undefined;
  const thread = onPlatform ? await readSocialThread(reader, conversationId) : undefined;
  // What everybody reads is for people alone.
  if (onPlatform && (!thread || isPublicPlace(conversation.channel, thread.address))) return undefined;
  const ticketId = (await ticketsOfConversations(reader, [conversationId])).get(conversationId);
  const [[ticket], messages, letters, inbox, known, sentLately] = await Promise.all([
    readTickets(reader, ticketId ? [ticketId] : []),
    readMessages(reader, conversationId, { after: 0, limit: beginning }, 'everything'),
    lettersOfConversation(reader, conversationId),
    readInbox(reader, conversation.inboxId),
    findLetterAnswer(reader, conversationId),
    countSentSince(reader, conversation.customerId, new Date(clock.now().getTime() - day)),
  ]);
  const texts = messages.filter((it) => it.kind === 'text').toSorted((a, b) => a.seq - b.seq);
  const asked = texts.filter((it) => it.author.type === 'customer');
  const [first] = asked;
  if ((!ticket && !onPlatform) || !first || !inbox) return undefined;
  const letter = letters.find((it) => it.direction === 'in');
  const given: Omit<LetterCase, 'answer'> = {
    switchedOn: inbox.assistant && config.ASSISTANT,
    drafts: inbox.drafts,
    came: onPlatform
      ? 'message'
      : conversation.channel === 'portal'
        ? 'form'
        : letter?.kind === 'letter' || letter?.kind === 'list'
          ? letter.kind
          : 'machine',
    proven: conversation.channel === 'portal' || proofOf(letter?.proof)?.verdict === 'proved',
    files: first.attachmentIds.length,
    asked: asked.length,
    answers: texts.length - asked.length,
    taken: conversation.state !== 'queued' && !(conversation.state === 'assigned' && !conversation.accepted),
    follows: (ticket?.followsId ?? null) !== null || conversation.previousId !== null,
    delicate:
      ticket !== undefined &&
      (asksForIdentity(ticket.category) || ticket.priority === 'urgent' || ticket.priority === 'high'),
    read: known !== undefined,
    sentLately,
  };
  return { conversation, first, subject: ticket?.subject ?? '', given, ticketId: ticket?.id ?? null };
}
