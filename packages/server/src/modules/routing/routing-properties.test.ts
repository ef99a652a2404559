import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, decideOffers, type Waiting } from './routing-rules.ts';
import { inServingOrder } from './serving-order.ts';
import { type RoutingAgent, servedTeams } from './suitable-agents.ts';

const now = new Date('2026-11-24T12:00:00Z');
const teams = [
  { id: 'support', skill: null },
  { id: 'security', skill: 'kyc' },
];
const agentIds = ['anna', 'ben', 'chen', 'dung', 'emi'];
const past = fc.integer({ min: 0, max: 1200 }).map((seconds) => new Date(now.getTime() - seconds * 1000));
const language = fc.constantFrom('en', 'vi', 'zh', 'zh-TW', 'ja');

const waiting: fc.Arbitrary<Waiting> = fc
  .record({
    teamId: fc.constantFrom('support', 'security'),
    language,
    queuedAt: past,
    priority: fc.nat(6),
    risk: fc.nat(100),
    declines: fc.array(fc.record({ agentId: fc.constantFrom(...agentIds), at: past }), { maxLength: 3 }),
    previousAssigneeId: fc.option(fc.constantFrom(...agentIds)),
  })
  .map((it) => ({ ...it, id: '' }));
const queue = fc
  .array(waiting, { maxLength: 25 })
  .map((items) => items.map((it, index) => ({ ...it, id: `c${index}` })));

const agent = (id: string) =>
  fc.record({
    id: fc.constant(id),
    presence: fc.constantFrom('online' as const, 'online' as const, 'away' as const, 'offline' as const),
    languages: fc.array(fc.record({ language, level: fc.integer({ min: 1, max: 3 }) }), { maxLength: 3 }),
    skills: fc.subarray(['kyc']),
    teamIds: fc.subarray(['support', 'security']),
    capacity: fc.record({ chat: fc.nat(4) }),
    lastOfferedAt: fc.option(past),
  });
const staff = fc.tuple(...agentIds.map(agent));
const loads = fc
  .tuple(...agentIds.map(() => fc.nat(5)))
  .map((held) => new Map(agentIds.map((id, index) => [id, held[index] ?? 0])));

const base = (tag: string) => tag.slice(0, 2);
const belongs = (it: RoutingAgent, to: Waiting) =>
  it.presence === 'online' &&
  it.teamIds.includes(to.teamId) &&
  (to.teamId !== 'security' || it.skills.includes('kyc'));
const writes = (it: RoutingAgent, tag: string) =>
  it.languages.some((one) => base(one.language) === base(tag));
/** Whether the rules leave no doubt that this agent may be asked now. */
const surelyAskable = (it: RoutingAgent, what: Waiting) =>
  belongs(it, what) &&
  writes(it, what.language) &&
  it.capacity.chat > 0 &&
  !what.declines.some((one) => one.agentId === it.id);

function heldAfter(decision: Decision, before: ReadonlyMap<string, number>): Map<string, number> {
  const held = new Map(before);
  for (const { agentId } of decision.offers) held.set(agentId, (held.get(agentId) ?? 0) + 1);
  return held;
}
const roomOf = (it: RoutingAgent, held: ReadonlyMap<string, number>) =>
  it.capacity.chat - (held.get(it.id) ?? 0);

describe('whatever the queue and whoever is there', () => {
  it('each conversation is offered once or left with a reason', () => {
    fc.assert(
      fc.property(queue, staff, loads, (waits, agents, held) => {
        const { offers, unserved } = decideOffers(waits, agents, held, teams, now);
        const ids = [...offers, ...unserved].map((it) => it.conversationId);
        expect(ids.toSorted()).toEqual(waits.map((it) => it.id).toSorted());
      }),
    );
  });

  it('what waits for a team in which nobody is there changes nothing for others, and is left to nobody', () => {
    fc.assert(
      fc.property(queue, staff, loads, (waits, agents, held) => {
        const served = new Set(servedTeams(agents, teams));
        const all = decideOffers(waits, agents, held, teams, now);
        const some = decideOffers(
          waits.filter((it) => served.has(it.teamId)),
          agents,
          held,
          teams,
          now,
        );
        const lonely = new Set(waits.flatMap((it) => (served.has(it.teamId) ? [] : [it.id])));
        expect(all.offers).toEqual(some.offers);
        expect(all.unserved.filter((it) => !lonely.has(it.conversationId))).toEqual(some.unserved);
        const left = all.unserved.filter((it) => lonely.has(it.conversationId));
        expect(left.map((it) => [it.why, it.slots])).toEqual([...lonely].map(() => ['nobody', 0]));
      }),
    );
  });

  it('an offer goes to somebody online in the team with the skill, who writes the language or, after two minutes, English', () => {
    fc.assert(
      fc.property(queue, staff, loads, (waits, agents, held) => {
        for (const offer of decideOffers(waits, agents, held, teams, now).offers) {
          const to = agents.find((it) => it.id === offer.agentId);
          const what = waits.find((it) => it.id === offer.conversationId);
          if (!to || !what) throw new Error('an offer of nothing or to nobody');
          const waited = now.getTime() - (what.queuedAt ?? now).getTime();
          const inEnglish = waited >= 120_000 && writes(to, 'en');
          expect(belongs(to, what)).toBe(true);
          expect(writes(to, what.language) || inEnglish).toBe(true);
        }
      }),
    );
  });

  it('nobody who is offered something holds more than they may', () => {
    fc.assert(
      fc.property(queue, staff, loads, (waits, agents, held) => {
        const decision = decideOffers(waits, agents, held, teams, now);
        const after = heldAfter(decision, held);
        const asked = new Set(decision.offers.map((it) => it.agentId));
        expect(agents.filter((it) => asked.has(it.id) && roomOf(it, after) < 0)).toEqual([]);
      }),
    );
  });

  it('nobody with room is left idle while a conversation that they surely may take waits', () => {
    fc.assert(
      fc.property(queue, staff, loads, (waits, agents, held) => {
        const decision = decideOffers(waits, agents, held, teams, now);
        const after = heldAfter(decision, held);
        const left = new Set(decision.unserved.map((it) => it.conversationId));
        const idle = agents.filter((it) => roomOf(it, after) > 0);
        const missed = waits.filter((it) => left.has(it.id) && idle.some((one) => surelyAskable(one, it)));
        expect(missed).toEqual([]);
      }),
    );
  });

  it('no conversation is passed over by a later one for an agent who surely may take it', () => {
    fc.assert(
      fc.property(queue, staff, loads, (waits, agents, held) => {
        const { offers } = decideOffers(waits, agents, held, teams, now);
        const given = new Map(offers.map((it) => [it.conversationId, it.agentId]));
        const order = inServingOrder(waits, now);
        for (const [index, earlier] of order.entries()) {
          if (given.has(earlier.id)) continue;
          const takers = new Set(order.slice(index + 1).map((it) => given.get(it.id)));
          const passedBy = agents.filter((it) => takers.has(it.id) && surelyAskable(it, earlier));
          expect(passedBy).toEqual([]);
        }
      }),
    );
  });

  it('the order in which the queue and the agents are listed changes nothing', () => {
    const listed = fc
      .tuple(queue, staff)
      .chain(([waits, agents]) =>
        fc.tuple(
          fc.constant({ waits, agents }),
          fc.shuffledSubarray(waits, { minLength: waits.length }),
          fc.shuffledSubarray(agents, { minLength: agents.length }),
        ),
      );
    fc.assert(
      fc.property(listed, loads, ([{ waits, agents }, otherWaits, otherAgents], held) => {
        expect(decideOffers(otherWaits, otherAgents, held, teams, now)).toEqual(
          decideOffers(waits, agents, held, teams, now),
        );
      }),
    );
  });

  it('a second pass right after the first finds nothing to offer', () => {
    fc.assert(
      fc.property(queue, staff, loads, (waits, agents, held) => {
        const first = decideOffers(waits, agents, held, teams, now);
        const left = new Set(first.unserved.map((it) => it.conversationId));
        const again = waits.filter((it) => left.has(it.id));
        expect(decideOffers(again, agents, heldAfter(first, held), teams, now).offers).toEqual([]);
      }),
    );
  });

  it('of two who came at once, and were offered as often, the one with more at risk is served first', () => {
    fc.assert(
      fc.property(queue, fc.nat(6), (waits, priority) => {
        const together = waits.map((it) => ({ ...it, priority, queuedAt: now }));
        const risks = inServingOrder(together, now).map((it) => it.risk ?? 0);
        for (const [index, risk] of risks.entries()) {
          // Where lapses and risk reach the bound together, both are first.
          const bounded = Math.min(priority, 3) * 5 + 0.3 * Math.max(...risks.slice(index)) >= 30;
          expect(bounded || risk === Math.max(...risks.slice(index))).toBe(true);
        }
      }),
    );
  });

  it('nobody overtakes one who has waited more than thirty minutes longer', () => {
    fc.assert(
      fc.property(queue, (waits) => {
        const order = inServingOrder(waits, now).map((it) => (it.queuedAt ?? now).getTime());
        for (const [index, at] of order.entries()) {
          expect(Math.max(...order.slice(index).map((later) => at - later))).toBeLessThanOrEqual(30 * 60_000);
        }
      }),
    );
  });
});
