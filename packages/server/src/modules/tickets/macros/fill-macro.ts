import { type FilledMacro, fillPlaceholders, type Locale, type Placeholder } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { accessForAgent } from '../../conversations/index.ts';
import { agentName, readCustomers } from '../../people/index.ts';
import { fieldPlaceholders } from '../forms/field-placeholders.ts';
import type { TicketRecord } from '../ticket.ts';
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
  const ticket = await ticketOf(reader, conversationId);
  const values = await valuesOf(reader, actor, customerId, ticket, locale);
  const changeable = ticket && ticket.status !== 'closed' && actor.permissions.has('tickets.write');
  const ticketId = changeable ? ticket.id : null;
  return { ...fillPlaceholders(texts[locale] ?? '', values), locale, wanted, ticketId };
}

async function ticketOf(reader: Reader, conversationId: string): Promise<TicketRecord | undefined> {
  const ticketId = (await latestOfConversations(reader, [conversationId])).get(conversationId);
  return ticketId ? findTicket(reader, ticketId) : undefined;
}

async function valuesOf(
  reader: Reader,
  actor: AgentActor,
  customerId: string,
  ticket: TicketRecord | undefined,
  locale: Locale,
): Promise<Partial<Record<Placeholder, string>>> {
  const customer = (await readCustomers(reader, [customerId])).get(customerId);
  return {
    'agent.name': await agentName(reader, actor.id),
    ...(customer?.name ? { 'customer.name': customer.name } : {}),
    ...(ticket ? { 'ticket.number': String(ticket.number), 'ticket.subject': ticket.subject } : {}),
    ...(ticket ? await fieldPlaceholders(reader, ticket, locale) : {}),
  };
}
