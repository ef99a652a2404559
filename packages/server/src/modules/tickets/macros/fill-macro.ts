import { type FieldKey, type FilledMacro, fillPlaceholders, type Placeholder } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { accessForAgent } from '../../conversations/index.ts';
import { agentName, readCustomers } from '../../people/index.ts';
import { findTicket, latestOfConversations } from '../ticket-store.ts';
import { macroForAgent } from './keep-macros.ts';
import { localeFor } from './macro-rules.ts';

/** A macro as an agent would send it in a conversation. Throws `macro.not_found` or `conversation.not_found`. */
export async function fillMacro(
  reader: Reader,
  actor: AgentActor,
  macroId: string,
  conversationId: string,
): Promise<FilledMacro> {
  const { texts } = await macroForAgent(reader, actor, macroId);
  const { customerId, locale: wanted } = await accessForAgent(reader, actor, conversationId);
  const locale = localeFor(texts, wanted);
  const values = await valuesOf(reader, actor, conversationId, customerId);
  return { ...fillPlaceholders(texts[locale] ?? '', values), locale, wanted };
}

async function valuesOf(
  reader: Reader,
  actor: AgentActor,
  conversationId: string,
  customerId: string,
): Promise<Partial<Record<Placeholder, string>>> {
  const customer = (await readCustomers(reader, [customerId])).get(customerId);
  const ticketId = (await latestOfConversations(reader, [conversationId])).get(conversationId);
  const ticket = ticketId ? await findTicket(reader, ticketId) : undefined;
  const fields = Object.entries(ticket?.fields ?? {}) as Array<[FieldKey, string]>;
  return {
    'agent.name': await agentName(reader, actor.id),
    ...(customer?.name ? { 'customer.name': customer.name } : {}),
    ...(ticket ? { 'ticket.number': String(ticket.number), 'ticket.subject': ticket.subject } : {}),
    ...Object.fromEntries(fields.map(([key, value]) => [`field.${key}`, value])),
  };
}
