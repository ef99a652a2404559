import type { Exposure } from '@fairlead/contract';
import { system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf, readInbox, readSocialPlace, teamForTopic } from '../channels/index.ts';
import {
  type ConversationRecord,
  exposuresOf,
  isUrgent,
  lockConversations,
  warnInThread,
  warningWords,
} from '../conversations/index.ts';
import { type ExchangeConnector, freezeAddress } from '../exchange/index.ts';
import { verifiedCustomer } from '../people/index.ts';
import { openTicket, ticketsOfConversations } from '../tickets/index.ts';
import { type CompromiseRecord, leaked, stateOf, withStep } from './compromise-rules.ts';
import { lockCompromise, saveCompromise } from './compromise-store.ts';
import { compromiseChanged } from './events.ts';
import { freezeInWords, stepsInWords, subjectInWords } from './say-steps.ts';

type Kinds = Parameters<typeof exposuresOf>[0];
const actor = system('compliance');
/** Whose matter it is: a topic that inboxes lead to a team. */
const topic = 'account_security';
/** Letters and forms have their tickets anyway, named by their writers. */
const ownTickets: ReadonlySet<string> = new Set(['email', 'portal']);

/**
 * A customer wrote down what opens a wallet or an account: they are told what to do, step by step, and offered to freeze their account; where money can leave at once, people of the right
 * team get the conversation, and it gets an urgent ticket. Heard of twice, it is done once.
 */
export async function takeLeak(
  tx: Tx,
  platform: Platform,
  connector: ExchangeConnector,
  { conversationId, kinds, at }: { conversationId: string; kinds: Kinds; at: Date },
): Promise<void> {
  const exposures = exposuresOf(kinds);
  const conversation =
    exposures.length > 0 ? (await lockConversations(tx, [conversationId])).get(conversationId) : undefined;
  if (!conversation) return;
  const begun: CompromiseRecord[] = [];
  for (const exposure of exposures) {
    const before = await lockCompromise(tx, conversationId, exposure);
    const record = leaked(before, { conversationId, exposure, leakedAt: at });
    if (record) begun.push(record);
  }
  if (begun.length === 0) return;
  const untold = begun.filter((it) => it.steps.tell === undefined);
  const urgent = begun.find(({ exposure }) => isUrgent(exposure));
  const moved = untold.length > 0 ? await tell(tx, platform, connector, conversation, untold) : conversation;
  if (urgent) await openUrgent(tx, platform, moved, urgent.exposure);
  for (const record of begun) {
    const told = withStep(record, 'tell', 'done', { by: null, at: tx.now }) ?? record;
    await saveCompromise(tx, told);
    await announce(tx, compromiseChanged, {
      subjectId: conversationId,
      actor,
      payload: {
        exposure: told.exposure,
        state: stateOf(told),
        step: 'tell',
        to: 'done',
        outcome: null,
      },
    });
  }
}

/** One message for all that was written down together, the worst first. */
async function tell(
  tx: Tx,
  platform: Platform,
  connector: ExchangeConnector,
  conversation: ConversationRecord,
  untold: readonly CompromiseRecord[],
): Promise<ConversationRecord> {
  const { channel, customerId, id, inboxId, locale } = conversation;
  const pushed = adapterOf(channel).capabilities.push;
  // Where everybody reads along it is said in few words, and not what is whose: people go on in private.
  const inPublic = pushed && (await readSocialPlace(tx, platform.keys, conversation))?.isPublic === true;
  const mayFreeze =
    !inPublic && connector.connected.customers && (await verifiedCustomer(tx, customerId)) !== null;
  const freeze = freezeInWords(locale);
  const address = freezeAddress(locale);
  const text = [
    // Elsewhere a line of the system has said so already.
    ...(pushed ? warnings(untold).map((family) => warningWords(family, locale)) : []),
    ...(inPublic ? [] : untold.map(({ exposure }) => stepsInWords(locale, exposure))),
    ...(mayFreeze ? [pushed ? `${freeze.offer}\n${platform.publicUrl}${address}` : freeze.offer] : []),
  ].join('\n\n');
  const inbox = await readInbox(tx, inboxId);
  const urgent = untold.some(({ exposure }) => isUrgent(exposure));
  const answered = await warnInThread(tx, platform, id, {
    actor,
    said: { text, sources: mayFreeze && !pushed ? [{ title: freeze.link, url: address }] : [] },
    line: { key: 'handed_over_secret', when: 'moved' },
    once: `leak:${untold.map(({ exposure, leakedAt }) => `${exposure} ${leakedAt.getTime()}`).join(' ')}`,
    people: urgent && inbox ? { teamId: teamForTopic(inbox, topic), topic } : null,
  });
  return answered ?? conversation;
}

const warnings = (untold: readonly CompromiseRecord[]) => {
  const wallet = untold.some(({ exposure }) => exposure === 'wallet');
  const account = untold.some(({ exposure }) => exposure !== 'wallet');
  return [...(wallet ? (['wallet'] as const) : []), ...(account ? (['account'] as const) : [])];
};

/** The case about it, where the conversation has none that is open. What the shield's mark weighs makes it urgent. */
async function openUrgent(
  tx: Tx,
  platform: Platform,
  conversation: ConversationRecord,
  exposure: Exposure,
): Promise<void> {
  if (ownTickets.has(conversation.channel)) return;
  if ((await ticketsOfConversations(tx, [conversation.id])).has(conversation.id)) return;
  await openTicket(tx, platform, actor, {
    subject: subjectInWords(conversation.locale, exposure),
    category: topic,
    source: 'assistant',
    conversation,
    origin: 'secret_removed',
  });
}
