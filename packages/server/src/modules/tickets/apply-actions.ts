import type { ActionResult, TicketAction } from '@fairlead/contract';
import type { AgentActor, SystemActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Failure, fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgent, requireTeam } from '../people/index.ts';
import { lockTicket } from './access-ticket.ts';
import { decidePlain, isPlain, type PlainAction } from './action-rules.ts';
import { moveAlong } from './assign-ticket.ts';
import { changeTicket } from './change-tickets.ts';
import { type ActionSource, doEffect } from './do-effect.ts';
import { followRisk } from './risk/weigh-tickets.ts';
import { refuseUnfilled, refuseWhileWaiting } from './set-status.ts';
import type { TicketRecord } from './ticket.ts';
import { changedParts } from './ticket-facts.ts';
import { begun } from './ticket-rules.ts';
import { lockTickets } from './ticket-store.ts';
import { withoutGone } from './without-gone.ts';

const saysSomething: ReadonlySet<TicketAction['do']> = new Set([
  'write_note',
  'notify',
  'reply',
  'open_child',
]);

/** What a ticket was like before and after, and what became of each action, in order. */
export interface Applied {
  readonly before: TicketRecord;
  readonly after: TicketRecord;
  readonly results: ActionResult[];
  /** Why some could not be done. */
  readonly refusals: Failure[];
}

/**
 * Does actions to a ticket, by the same rules as when an agent does each by hand: what an agent may not see is not there, a closed
 * ticket stays as it is, whoever gets it must be able to answer. What concerns the ticket itself is written first, as one change;
 * then words go out and tickets are opened, in order. An action that cannot be done says why and does not keep the others from being done.
 */
export async function applyActions(
  tx: Tx,
  platform: Platform,
  actor: AgentActor | SystemActor,
  ticketId: string,
  actions: readonly TicketAction[],
  source: ActionSource,
): Promise<Applied> {
  const before = await hold(tx, actor, ticketId);
  const results: Results = new Map();
  let after = before;
  for (const action of actions.filter(isPlain)) {
    after = await tryOne(results, action, after, async (ticket) => {
      const decided = decidePlain(ticket, action, tx.now);
      await requireNamed(tx, action);
      if (action.do === 'set_status') {
        await refuseWhileWaiting(tx, decided);
        if (decided !== ticket) await refuseUnfilled(tx, actor, decided);
        return withoutGone(tx, ticket, decided);
      }
      return decided;
    });
  }
  after = await write(tx, platform, actor, before, after, source);
  for (const action of actions) {
    if (isPlain(action)) continue;
    after = await tryOne(results, action, after, (ticket) =>
      doEffect(tx, platform, { actor, ticket, source }, action),
    );
  }
  const inOrder = actions.flatMap((action) => results.get(action) ?? []);
  return {
    before,
    after,
    results: inOrder.map(({ result }) => result),
    refusals: inOrder.flatMap(({ refusal }) => refusal ?? []),
  };
}

type Results = Map<TicketAction, { result: ActionResult; refusal?: Failure }>;

async function hold(tx: Tx, actor: AgentActor | SystemActor, id: string): Promise<TicketRecord> {
  if (actor.type === 'agent') return lockTicket(tx, actor, id);
  const ticket = (await lockTickets(tx, [id])).get(id);
  if (!ticket) throw fail('ticket.not_found');
  return ticket;
}

/** What the action made of the ticket, or the ticket as it was where it is refused; noted either way. */
async function tryOne(
  results: Results,
  action: TicketAction,
  before: TicketRecord,
  attempt: (ticket: TicketRecord) => Promise<TicketRecord>,
): Promise<TicketRecord> {
  try {
    const after = await attempt(before);
    // Words that went out and tickets that were opened leave the ticket as it is.
    const changed = after !== before || saysSomething.has(action.do);
    results.set(action, { result: { do: action.do, changed, refused: null } });
    return after;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, params } = error;
    const result = { do: action.do, changed: false, refused: { code, params } };
    results.set(action, { result, refusal: error });
    return before;
  }
}

async function requireNamed(tx: Tx, action: PlainAction): Promise<void> {
  if (action.do === 'set_team') await requireTeam(tx, action.teamId);
  if (action.do === 'set_assignee' && action.agentId !== null) await requireAgent(tx, action.agentId);
}

async function write(
  tx: Tx,
  platform: Platform,
  actor: AgentActor | SystemActor,
  before: TicketRecord,
  after: TicketRecord,
  { cause }: ActionSource,
): Promise<TicketRecord> {
  if (changedParts(before, after).length === 0 && after.prioritySet === before.prioritySet) return before;
  // A rule is nobody who has begun to deal with it.
  const decided = actor.type === 'agent' && after.status === before.status ? begun(after, tx.now) : after;
  const { record } = await changeTicket(tx, platform, { actor, before, after: decided, cause });
  await moveAlong(tx, platform, actor, before, record, cause);
  return followRisk(tx, platform, record, { mayLower: true });
}
