import type { Likeness } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { findConversations, lastReplies, maySee, scopeOf } from '../../conversations/index.ts';
import { ticketScopeOf } from '../access-ticket.ts';
import type { Nearness } from '../nearness.ts';
import type { TicketRecord } from '../ticket.ts';
import { alike, type Case, likenessOf } from './likeness-rules.ts';
import { listSolvedAbout } from './similar-store.ts';

/** A solved ticket that is like a case. */
export interface SimilarTicket {
  readonly ticket: TicketRecord;
  readonly because: readonly Likeness[];
  /** The last reply to its customer; null where there was none, or its thread is not for who asks. */
  readonly lastReply: string | null;
}

const most = 4;

/** Solved tickets like a case, the most alike first: of those that the agent may see. A case's own ticket is left out; by it alone is known how near others are in meaning. */
export async function findSimilar(
  reader: Reader,
  actor: AgentActor,
  mine: Case & { readonly ticketId: string | null },
  { now, nearness }: { now: Date; nearness: Nearness },
): Promise<SimilarTicket[]> {
  const { category, fields, ticketId } = mine;
  const ids = [fields.txid, fields.order_id, fields.address, fields.error_code].filter(
    (it) => it !== undefined,
  );
  const scope = await ticketScopeOf(reader, actor);
  const solved = await listSolvedAbout(reader, scope, { category, ids, except: ticketId, now });
  const near = ticketId
    ? await nearness(
        reader,
        ticketId,
        solved.map((it) => it.id),
      )
    : new Map<string, number>();
  const found = solved
    .map((ticket) => ({ ticket, ...likenessOf(mine, ticket, near.get(ticket.id)) }))
    .filter((it) => it.score >= alike)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most);
  const replies = await repliesTo(
    reader,
    actor,
    found.flatMap((it) => it.ticket.conversationId ?? []),
  );
  return found.map(({ ticket, because }) => ({
    ticket,
    because,
    lastReply: replies.get(ticket.conversationId ?? '') ?? null,
  }));
}

/** What was answered last in those of these threads that the agent may see. */
async function repliesTo(
  reader: Reader,
  actor: AgentActor,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0 || !actor.permissions.has('conversations.read')) return new Map();
  const [threads, scope] = [await findConversations(reader, ids), await scopeOf(reader, actor)];
  return lastReplies(
    reader,
    ids.filter((id) => {
      const thread = threads.get(id);
      return thread !== undefined && maySee(scope, thread);
    }),
  );
}
