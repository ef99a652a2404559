import type { TicketEntity } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readInbox } from '../../channels/index.ts';
import { accessForAgent, type ConversationRecord, readMessages } from '../../conversations/index.ts';
import { customerTimeZone, verifiedCustomer } from '../../people/index.ts';
import {
  accessTicket,
  listMacros,
  macrosUsedIn,
  readEvidence,
  readFormBook,
  type TicketRecord,
  ticketsOfConversations,
} from '../../tickets/index.ts';
import { listTurns, readMemory } from '../assistant-store.ts';
import { findLetterAnswer } from '../letters/letter-store.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import { isFromFalseSender } from './is-from-false-sender.ts';
import { type Matter, matterOf } from './matter.ts';
import { listFlowsAsked } from './offer-store.ts';

/** Entries of a thread that are read, from the end. */
export const linesRead = 100;
/** Turns of the assistant that are read. */
const turnsRead = 50;

/** All that suggestions are made of. */
export type CopilotCase = Awaited<ReturnType<typeof readCase>>;

/** Reads what there is about a conversation, as far as the agent may see it. Throws `conversation.not_found`. */
export async function readCase(platform: Platform, settings: SettingsSource, actor: AgentActor, id: string) {
  const reader = platform.database.reader();
  const conversation = await accessForAgent(reader, actor, id);
  const { customerId, inboxId } = conversation;
  const [messages, zone, customer, turns, { memory }, macros, used, looks, inbox, ticket, book, prepared] =
    await Promise.all([
      readMessages(reader, id, { limit: linesRead }, 'everything'),
      customerTimeZone(reader, customerId),
      verifiedCustomer(reader, customerId),
      listTurns(reader, id, turnsRead),
      readMemory(reader, id),
      listMacros(reader, actor),
      macrosUsedIn(reader, id),
      listFlowsAsked(reader, id),
      readInbox(reader, inboxId),
      ticketOf(platform, actor, conversation),
      readFormBook(reader),
      findLetterAnswer(reader, id),
    ]);
  const { words } = await settings.current();
  const moment = { now: platform.clock.now(), timeZone: zone ?? 'UTC', words };
  const matter: Matter = matterOf(messages, conversation, moment);
  const senderFalse = await isFromFalseSender(reader, id, matter);
  return {
    conversation,
    matter,
    moment,
    answered: messages.some((it) => it.author.type === 'agent' && it.kind === 'text'),
    /** The exchange vouches for the customer, and nobody else writes in their name. */
    verified: customer !== null && !senderFalse,
    senderFalse,
    turns,
    given: new Set(memory.given),
    macros,
    used,
    looks,
    inbox,
    book,
    /** What the assistant would have answered to what it began with. */
    prepared: prepared && !prepared.sent && prepared.seq === matter.seq ? prepared : null,
    ...ticket,
  };
}

/** The ticket of a conversation and what is found in its case, where the agent may see tickets. */
async function ticketOf(
  { database, keys }: Platform,
  actor: AgentActor,
  { id }: ConversationRecord,
): Promise<{ ticket: TicketRecord | null; entities: TicketEntity[] }> {
  const reader = database.reader();
  const nothing = { ticket: null, entities: [] };
  if (!actor.permissions.has('tickets.read')) return nothing;
  const ticketId = (await ticketsOfConversations(reader, [id])).get(id);
  if (!ticketId) return nothing;
  const ticket = await accessTicket(reader, actor, ticketId);
  const { entities } = await readEvidence(reader, { keys }, actor, ticketId);
  return { ticket, entities };
}
