import { topicOfCategory } from '@fairlead/contract';
import { system } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readInbox, teamForTopic } from '../../channels/index.ts';
import {
  type ConversationRecord,
  type CustomerWords,
  findConversations,
  isWarned,
  lockConversations,
  textsOfCustomers,
  toldOfUrgent,
  toPeople,
  warnInThread,
  withSources,
} from '../../conversations/index.ts';
import type { ExchangeConnector } from '../../exchange/index.ts';
import { type TicketRecord, ticketAfterMessage } from '../../tickets/index.ts';
import { matterOfHandover } from '../decide/matter-of-handover.ts';
import { blankMemory } from '../decide/memory.ts';
import { openHandedOver } from '../open-handed-over.ts';
import { readPlace } from '../read-place.ts';
import type { InForce, SettingsSource } from '../settings/settings-source.ts';
import { hear } from '../understand/hear.ts';
import type { Heard } from '../understand/heard.ts';
import { alarmOf, warningOf } from './alarm-of.ts';
import type { Danger } from './danger-in.ts';
import { freezeSources, stolenWords } from './danger-words.ts';
import type { HearingThread } from './hearing-thread.ts';

const actor = system('assistant');

/** Where customers wrote. */
interface Place {
  readonly conversationId: string;
  readonly seq: number;
}

/**
 * Hears what customers write where people have the conversation, or it waits for them: who is in danger is told at once what to do, and people that it cannot wait. Everything
 * else is theirs. Heard twice it is done once.
 */
export async function hearDangers(
  platform: Platform,
  connector: ExchangeConnector,
  settings: SettingsSource,
  thread: HearingThread,
  places: readonly Place[],
): Promise<void> {
  if (places.length === 0) return;
  const { database } = platform;
  const reader = database.reader();
  const conversations = await findConversations(reader, [...new Set(places.map((it) => it.conversationId))]);
  const written = await textsOfCustomers(
    reader,
    // What the assistant has, it answers itself.
    places.filter((it) => conversations.get(it.conversationId)?.state !== 'bot'),
  );
  const toHear = written.flatMap((words) => {
    const page = conversations.get(words.conversationId)?.locale;
    // What opens a wallet or an account is told of by the compliance module.
    return page && !toldOfUrgent(words.text) ? [{ words, page, text: words.text }] : [];
  });
  const dangers = await thread.dangersIn(toHear.map(({ text, page }) => ({ text, page })));
  if (dangers.every((it) => it === null)) return;
  const inForce = await settings.current();
  for (const [at, { words, page, text }] of toHear.entries()) {
    const danger = dangers[at];
    if (!danger) continue;
    const heard = hear(text, page, { now: words.createdAt, timeZone: 'UTC' });
    await database.write((tx) => answerDanger(tx, platform, connector, inForce, { words, heard, danger }));
  }
}

interface HeardDanger {
  readonly words: CustomerWords;
  readonly heard: Heard;
  readonly danger: Danger;
}

async function answerDanger(
  tx: Tx,
  platform: Platform,
  connector: ExchangeConnector,
  { words: wording }: InForce,
  { words, heard, danger }: HeardDanger,
): Promise<void> {
  const { conversationId, createdAt, text } = words;
  const ticket = await ticketAfterMessage(tx, platform, { conversationId, at: createdAt });
  const conversation = (await lockConversations(tx, [conversationId])).get(conversationId);
  if (!conversation || conversation.state === 'bot') return;
  if (
    ticket &&
    (isInHand(danger, conversation, ticket) ||
      (await isWarned(tx, conversationId, warningOf(danger, ticket.id))))
  )
    return;
  const matter = matterOfHandover({
    reason: danger === 'stolen' ? danger : 'vulnerable',
    heard,
    flow: null,
    memory: blankMemory,
  });
  if (!matter) return;
  const people = danger === 'stolen' ? await securityOf(tx, conversation) : null;
  const { customer, inPublic } = await readPlace(tx, conversation);
  const { locale } = heard;
  const telling = { locale, words: wording, known: customer !== null };
  const thread = (people && toPeople(conversation, people, tx.now)) ?? conversation;
  const handed = { matter, said: text, at: createdAt, teamId: people?.teamId ?? null };
  const opened = await openHandedOver(tx, platform, thread, handed, telling);
  // A letter of a machine has no ticket, and nobody behind it who is in danger.
  if (opened.ticketId === null) return;
  const known = customer !== null;
  const key = danger === 'stolen' ? stolenWords('heard', { connector, known }) : 'heard_self_harm';
  const sources = danger === 'stolen' ? freezeSources(connector, wording, locale) : [];
  const said = [wording(locale, key), ...(opened.told === null ? [] : [opened.told])].join('\n\n');
  const asLetter = conversation.channel === 'email';
  await warnInThread(tx, platform, conversationId, {
    actor,
    // Where everybody reads along, nobody is told what is whose.
    said: inPublic
      ? null
      : asLetter
        ? { text: withSources(said, sources, platform.publicUrl), sources: [] }
        : { text: said, sources },
    line: { key: `heard_${danger}`, when: 'always' },
    once: warningOf(danger, opened.ticketId),
    people,
  });
}

/** An agent has the conversation and has made this the matter of its ticket: they are talking about it. */
const isInHand = (danger: Danger, { accepted }: ConversationRecord, { category }: TicketRecord): boolean =>
  danger === 'stolen' && accepted && category === alarmOf(danger, null).category;

async function securityOf(tx: Tx, { inboxId }: ConversationRecord) {
  const topic = topicOfCategory('account_security.hacked');
  const inbox = await readInbox(tx, inboxId);
  return inbox && topic ? { teamId: teamForTopic(inbox, topic), topic } : null;
}
