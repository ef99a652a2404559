import { languageOf, type SystemLine, topicOfCategory } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { doDeed } from '../alerts/index.ts';
import { readInbox, teamForTopic } from '../channels/index.ts';
import {
  answerAsBot,
  type ConversationRecord,
  customerTopic,
  findConversation,
  leaveToPeople,
  readMessages,
  toldOfUrgent,
  topicOfText,
} from '../conversations/index.ts';
import { offersRecovery, sayRecoveryOffer } from '../exchange/index.ts';
import { customerTimeZone } from '../people/index.ts';
import { countTurnsSince, insertTurn, readMemory, saveMemory } from './assistant-store.ts';
import { choiceByNumber } from './choice-by-number.ts';
import { warningOf } from './danger/alarm-of.ts';
import { matterOfHandover } from './decide/matter-of-handover.ts';
import { insertCall } from './model/model-store.ts';
import type { SaidBefore } from './model/write-prompt.ts';
import { openHandedOver } from './open-handed-over.ts';
import { readPlace } from './read-place.ts';
import type { SettingsSource } from './settings/settings-source.ts';
import { type Knowledge, type Thought, think } from './think.ts';
import { traceOf } from './trace.ts';

/** Messages that are read back for what is still to be answered. */
const readBack = 20;
/** So many turns within so many milliseconds are more than a person asks. */
const flood = { turns: 30, within: 10 * 60_000 };

/**
 * Answers what a customer has said since they were answered last, if the assistant has the conversation. Done twice it is done once, and what
 * came meanwhile is answered together with it by who is told of that. `again` where something was said before the answer was written: then there may
 * be something left to answer. `people` where they have the conversation by now, and may not have been told of a danger in what was said before.
 */
export async function respond(
  platform: Platform,
  knowledge: Knowledge,
  source: SettingsSource,
  conversationId: string,
): Promise<'done' | 'again' | 'people'> {
  const { database, clock } = platform;
  const reader = database.reader();
  const conversation = await findConversation(reader, conversationId);
  if (!conversation) return 'done';
  if (conversation.state !== 'bot') return 'people';
  const begun = performance.now();
  const [{ memory, answeredSeq }, said, place, timeZone, turns, { settings, words }] = await Promise.all([
    readMemory(reader, conversationId),
    readMessages(reader, conversationId, { limit: readBack }, 'everything'),
    readPlace(reader, conversation),
    customerTimeZone(reader, conversation.customerId),
    countTurnsSince(reader, conversationId, new Date(clock.now().getTime() - flood.within)),
    source.current(),
  ]);
  const theirs = said.filter((it) => it.author.type === 'customer' && it.kind === 'text');
  // What opens a wallet or an account is told of, and given to people, by the compliance module.
  const leakSeq = theirs.findLast((it) => toldOfUrgent(it.text))?.seq ?? 0;
  // What people answered before they handed back is answered.
  const peopleSeq = said.findLast((it) => it.author.type === 'agent' && it.kind === 'text')?.seq ?? 0;
  const open = theirs.filter((it) => it.seq > Math.max(answeredSeq, leakSeq, peopleSeq));
  const last = open.at(-1);
  if (!last) return 'done';
  const { customer, onPlatform } = place;
  if (place.inPublic) {
    await database.write((tx) => leaveToPeople(tx, platform, conversationId, 'handed_over_needed'));
    return 'people';
  }
  // Where there are no buttons, what is offered is numbered.
  const offered = onPlatform ? (said.findLast((it) => it.author.type === 'bot')?.quickReplies ?? []) : [];
  const asked = open.map((it) => choiceByNumber(it.text, offered)).join('\n');
  const thought = await think(knowledge, {
    off: !platform.config.ASSISTANT,
    text: asked,
    page: conversation.locale,
    memory,
    customer,
    connectLink: onPlatform ? `${platform.publicUrl}/portal/chats` : null,
    timeZone: timeZone ?? 'UTC',
    flooding: turns >= flood.turns,
    thresholds: settings.thresholds,
    greetings: settings.greetings,
    words,
    asker: {
      spenderId: conversation.customerId,
      before: said.filter((it) => it.seq <= answeredSeq || it.author.type !== 'customer').flatMap(saidBefore),
      onWriting: (on) => {
        const name = words(conversation.locale, 'name');
        platform.live.tell([customerTopic(conversation.customerId)], {
          type: 'agent.typing',
          conversationId,
          on,
          name,
        });
      },
    },
  });
  const milliseconds = performance.now() - begun;
  const { heard } = thought.steps;
  const { flow } = thought.steps;
  const offers =
    flow?.kind === 'answered' && offersRecovery(flow)
      ? [sayRecoveryOffer(platform, { conversationId, locale: heard.locale, now: clock.now() })]
      : [];
  const matter = thought.handOver && matterOfHandover({ reason: thought.handOver, heard, flow, memory });
  return database.write(async (tx) => {
    const { model } = thought.steps;
    const at = last.createdAt;
    // Paid for it is, whether or not it is still an answer.
    if (model?.call) await insertCall(tx, { conversationId, seq: last.seq }, model.call);
    const handOver = await placeOf(thought, conversation, asked);
    const record = await answerAsBot(tx, platform, conversationId, {
      text: [thought.text, ...offers].join('\n\n'),
      quickReplies: thought.quickReplies,
      sources: thought.sources,
      seenSeq: conversation.lastSeq,
      key: last.id,
      language: languageOf(heard.locale),
      ...(handOver && { handOver }),
    });
    if (!record) return 'again';
    const deed = thought.steps.flow?.deed;
    if (deed && customer) await doDeed(tx, customer, deed);
    await saveMemory(tx, conversationId, { memory: thought.memory, answeredSeq: last.seq });
    await insertTurn(tx, {
      conversationId,
      seq: last.seq,
      locale: heard.locale,
      intent: heard.guesses[0]?.label ?? null,
      decision: thought.steps.decision.kind,
      milliseconds,
      trace: traceOf(thought),
    });
    return 'done';

    /** Where people go on: with the team of what it is about. */
    async function placeOf(
      { handOver }: Thought,
      { inboxId, topic, teamId, locale }: ConversationRecord,
      text: string,
    ) {
      if (!handOver) return undefined;
      const about =
        handOver === 'stolen'
          ? 'account_security'
          : (topicOfText(text, locale) ??
            (handOver === 'needed' && matter ? topicOfCategory(matter.category) : topic));
      const inbox = await readInbox(tx, inboxId);
      return {
        line: `handed_over_${handOver}` as const satisfies SystemLine,
        topic: about,
        teamId: inbox && about !== topic ? teamForTopic(inbox, about) : teamId,
        ...(matter && {
          open: async (thread: ConversationRecord) => {
            const { danger } = matter;
            const { ticketId, told } = await openHandedOver(
              tx,
              platform,
              thread,
              {
                matter,
                said: theirs.map((it) => it.text).join('\n'),
                at,
                teamId: danger === 'stolen' ? thread.teamId : null,
              },
              { locale: heard.locale, words, known: customer !== null },
            );
            return { told, warns: danger && ticketId !== null ? warningOf(danger, ticketId) : null };
          },
        }),
      };
    }
  });
}

/** What everybody in the thread could read: no notes. */
function saidBefore({
  kind,
  author,
  text,
}: {
  kind: string;
  author: { type: string };
  text: string;
}): SaidBefore[] {
  if (kind !== 'text' || text === '') return [];
  const by = author.type === 'customer' ? 'customer' : author.type === 'bot' ? 'assistant' : 'agent';
  return [{ by, text }];
}
