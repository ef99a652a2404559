import type { TicketEvidence } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { readMessages } from '../../conversations/index.ts';
import { accessTicket, seesThread } from '../access-ticket.ts';
import { listComments } from '../comment-store.ts';
import type { TicketRecord } from '../ticket.ts';
import { collectEntities, type Said } from './collect-entities.ts';

/** Messages and comments of a case that are looked at, from the end. */
const looked = 500;

/** What is found in the words of a case. Of a thread that the agent may not see nothing is told. Throws `ticket.not_found`. */
export async function readEvidence(reader: Reader, actor: AgentActor, id: string): Promise<TicketEvidence> {
  const ticket = await accessTicket(reader, actor, id);
  const said = [
    ...saidOn(ticket),
    ...(await saidInThread(reader, actor, ticket)),
    ...(await saidByAgents(reader, ticket)),
  ];
  return { entities: collectEntities(said, ticket) };
}

function saidOn({ id, subject, fields, language, createdAt }: TicketRecord): Said[] {
  const texts = [subject, fields.description ?? ''];
  return texts.map((text) => ({ text, language, of: 'ticket', id, at: createdAt }));
}

async function saidInThread(reader: Reader, actor: AgentActor, ticket: TicketRecord): Promise<Said[]> {
  const { conversationId, language } = ticket;
  if (!conversationId || !(await seesThread(reader, actor, ticket))) return [];
  const messages = await readMessages(reader, conversationId, { limit: looked }, 'everything');
  return messages.flatMap(({ id, kind, text, createdAt: at }) =>
    kind === 'system' ? [] : [{ text, language, of: kind === 'note' ? 'note' : 'message', id, at }],
  );
}

async function saidByAgents(reader: Reader, { id, language, commentCount }: TicketRecord): Promise<Said[]> {
  const page = { after: Math.max(0, commentCount - looked), limit: looked };
  const comments = await listComments(reader, id, page);
  return comments.map(({ id: of, text, createdAt: at }) => ({ text, language, of: 'comment', id: of, at }));
}
