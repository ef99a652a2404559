import { languageOf } from '@fairlead/contract';
import type { ConversationRecord } from '../conversations/index.ts';
import { askableNow, type Decline } from './askable-agents.ts';
import { compareIds, inServingOrder } from './serving-order.ts';
import {
  createSuitableAgents,
  type RoutingAgent,
  type RoutingTeam,
  type Speaker,
} from './suitable-agents.ts';

/** What the rules know of a conversation that waits. */
export type Waiting = Pick<ConversationRecord, 'id' | 'teamId' | 'language' | 'queuedAt' | 'priority'> & {
  /** Who let an offer of it lapse or put it back since the customer began to wait. */
  readonly declines: readonly Decline[];
  /** Who held it, or the conversation that it goes on from, before. */
  readonly previousAssigneeId?: string | null;
  /** How much money is at risk, 0 to 100. */
  readonly risk?: number;
};

export interface Offer {
  readonly conversationId: string;
  readonly agentId: string;
}

/** A conversation that nobody gets now, and what is known of how long it will wait. */
export interface Unserved {
  readonly conversationId: string;
  /**
   * `nobody`: no agent online could answer. `busy`: all who could hold as much as they may. `paused`: those who could are given
   * a moment (see askableNow).
   */
  readonly why: 'nobody' | 'busy' | 'paused';
  /** Milliseconds until somebody may be asked at all. */
  readonly pause: number;
  /** How many conversations of the same team and language wait before it. */
  readonly ahead: number;
  /** How many conversations those who could answer hold at most, and how many more they could hold now. */
  readonly slots: number;
  readonly free: number;
}

export interface Decision {
  /** In the order in which the queue is served. */
  readonly offers: Offer[];
  readonly unserved: Unserved[];
}

/**
 * Who is offered what now. The queue is walked in serving order; each conversation goes to one of the agents that askableNow
 * names who has room:
 * - the one who held it before, unless they declined it;
 * - else who declined it the fewest times: it goes round among all who are there before anybody is asked again, so that
 *   colleagues who do not look cannot pass it to and fro past one who does;
 * - among those the one with the most free capacity, then who writes the language best, then who was offered something the
 *   longest ago, then by id.
 * One that cannot be served is passed by, so that it holds up nobody whom other agents can serve.
 */
export function decideOffers(
  queue: readonly Waiting[],
  agents: readonly RoutingAgent[],
  loads: ReadonlyMap<string, number>,
  teams: readonly RoutingTeam[],
  now: Date,
): Decision {
  const suitableFor = createSuitableAgents(agents, teams);
  const room = new Map(agents.map((it) => [it.id, Math.max(0, it.capacity.chat - (loads.get(it.id) ?? 0))]));
  const offeredAt = new Map(agents.map((it) => [it.id, it.lastOfferedAt?.getTime() ?? 0]));
  const freeOf = ({ agent }: Speaker) => room.get(agent.id) ?? 0;
  const before = (a: Speaker, b: Speaker) =>
    freeOf(b) - freeOf(a) ||
    b.level - a.level ||
    (offeredAt.get(a.agent.id) ?? 0) - (offeredAt.get(b.agent.id) ?? 0) ||
    compareIds(a.agent.id, b.agent.id);

  /** Who gets it of those who may be asked; undefined when none has room. */
  function choose(
    { declines, previousAssigneeId }: Waiting,
    askable: readonly Speaker[],
  ): Speaker | undefined {
    const withRoom = askable.filter((it) => freeOf(it) > 0);
    const declined = ({ agent }: Speaker) => declines.filter((it) => it.agentId === agent.id).length;
    return (
      withRoom.find((it) => it.agent.id === previousAssigneeId && declined(it) === 0) ??
      withRoom.toSorted((a, b) => declined(a) - declined(b) || before(a, b))[0]
    );
  }

  const offers: Offer[] = [];
  const unserved: Unserved[] = [];
  const lines = new Map<string, number>();
  for (const waiting of inServingOrder(queue, now)) {
    const suitable = suitableFor(waiting);
    const askable = askableNow(waiting, suitable, now);
    const chosen = choose(waiting, askable.now);
    if (chosen) {
      const { id } = chosen.agent;
      room.set(id, freeOf(chosen) - 1);
      offeredAt.set(id, now.getTime());
      offers.push({ conversationId: waiting.id, agentId: id });
      continue;
    }
    const line = `${waiting.teamId} ${languageOf(waiting.language)}`;
    const ahead = lines.get(line) ?? 0;
    lines.set(line, ahead + 1);
    const able = suitable.speakers.length > 0 ? suitable.speakers : suitable.english;
    unserved.push({
      conversationId: waiting.id,
      why: whyNobody(askable.pause),
      pause: askable.pause ?? 0,
      ahead,
      slots: able.reduce((sum, it) => sum + it.agent.capacity.chat, 0),
      free: able.reduce((sum, it) => sum + freeOf(it), 0),
    });
  }
  return { offers, unserved };
}

function whyNobody(pause: number | null): Unserved['why'] {
  if (pause === null) return 'nobody';
  return pause > 0 ? 'paused' : 'busy';
}
