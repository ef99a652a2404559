import { type FlowSlots, type FlowStep, slotNames } from '@fairlead/contract';
import type { FactName, Facts, Flow, Next, Question } from './flow.ts';

/** What a run came to. */
export interface Outcome {
  readonly next: Exclude<Next, { kind: 'look_up' }> | { readonly kind: 'sign_in' };
  readonly facts: Facts;
  readonly trace: readonly FlowStep[];
}

/** No flow needs more rounds of questions. */
const mostRounds = 4;

/**
 * Decides, looks up what is missing, and decides again, until there is something to say. `lookUp` answers every question, with a refusal where
 * there is nothing.
 */
export async function runFlow(
  flow: Flow,
  slots: FlowSlots,
  {
    now,
    signedIn,
    mayDo,
    lookUp,
  }: {
    now: Date;
    signedIn: boolean;
    mayDo: boolean;
    lookUp: (questions: readonly Question[]) => Promise<Facts>;
  },
): Promise<Outcome> {
  let facts: Facts = {};
  const trace: FlowStep[] = [];
  const note = (decided: FlowStep['decided']) => trace.push({ ...atHand(slots, facts), decided });
  if (flow.personal && !signedIn) {
    note({ kind: 'sign_in' });
    return { next: { kind: 'sign_in' }, facts, trace };
  }
  for (let round = 0; round <= mostRounds; round++) {
    const next = flow.decide({ slots, facts, now, mayDo });
    note(decisionOf(next));
    if (next.kind !== 'look_up') return { next, facts, trace };
    facts = { ...facts, ...(await lookUp(next.questions)) };
  }
  throw new Error(`the flow ${flow.id} came to no end: ${trace.map((it) => it.decided.kind).join(', ')}`);
}

const atHand = (slots: FlowSlots, facts: Facts): Omit<FlowStep, 'decided'> => ({
  said: slotNames.filter((name) => slots[name] !== undefined),
  facts: (Object.keys(facts) as FactName[]).flatMap((fact) => {
    const found = facts[fact];
    return found ? [{ fact, state: 'refused' in found ? found.refused : ('known' as const) }] : [];
  }),
  ...witnesses(facts),
});

/** Who else was asked than the exchange, what they have, and of when that is. */
function witnesses({ onChain }: Facts): Pick<FlowStep, 'witnesses'> {
  if (!onChain || !('value' in onChain)) return {};
  return {
    witnesses: onChain.value.answers.map(({ chain, source, state, asOf }) => ({
      chain,
      source,
      state,
      asOf: asOf.toISOString(),
    })),
  };
}

function decisionOf(next: Next): FlowStep['decided'] {
  switch (next.kind) {
    case 'look_up':
      return { kind: 'look_up', facts: next.questions.map((it) => it.about) };
    case 'ask':
      return { kind: 'ask', slot: next.slot };
    case 'answer':
      return { kind: 'answer', outcome: next.outcome };
  }
}
