import type { Reader } from '../../platform/database/database.ts';
import { readAgents } from '../people/index.ts';
import type { TicketRecord } from './ticket.ts';
import { isActive } from './ticket-rules.ts';

/**
 * A ticket that is opened again, without its agent if they have left: what is solved keeps who solved it, and whoever can no longer sign in would never see it again.
 * Any other change stays as it is.
 */
export async function withoutGone(
  reader: Reader,
  before: TicketRecord,
  after: TicketRecord,
): Promise<TicketRecord> {
  const { assigneeId } = after;
  if (assigneeId === null || isActive(before) || !isActive(after)) return after;
  const [agent] = await readAgents(reader, [assigneeId]);
  return agent?.status === 'active' ? after : { ...after, assigneeId: null };
}
