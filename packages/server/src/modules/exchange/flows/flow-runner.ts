import type { FlowSlots } from '@fairlead/contract';
import type { Facts, Flow, Next, Question } from './flow.ts';

/** A round of a run: what was at hand, and what was decided from it. Names of things only, never what they hold. */
export interface TraceStep {
  readonly saw: readonly string[];
  readonly decided: string;
}

/** What a run came to. */
export interface Outcome {
  readonly next: Exclude<Next, { kind: 'look_up' }> | { readonly kind: 'sign_in' };
  readonly facts: Facts;
  readonly trace: readonly TraceStep[];
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
    lookUp,
  }: {
    now: Date;
    signedIn: boolean;
    lookUp: (questions: readonly Question[]) => Promise<Facts>;
  },
): Promise<Outcome> {
  let facts: Facts = {};
  const trace: TraceStep[] = [];
  const note = (decided: string) => trace.push({ saw: seen(slots, facts), decided });
  if (flow.personal && !signedIn) {
    note('sign_in');
    return { next: { kind: 'sign_in' }, facts, trace };
  }
  for (let round = 0; round <= mostRounds; round++) {
    const next = flow.decide({ slots, facts, now });
    note(nameOf(next));
    if (next.kind !== 'look_up') return { next, facts, trace };
    facts = { ...facts, ...(await lookUp(next.questions)) };
  }
  throw new Error(`the flow ${flow.id} came to no end: ${trace.map((it) => it.decided).join(', ')}`);
}

const seen = (slots: FlowSlots, facts: Facts): string[] => [
  ...Object.entries(slots).flatMap(([name, value]) => (value === undefined ? [] : [`said ${name}`])),
  ...Object.entries(facts).map(([name, fact]) => `${name}: ${'refused' in fact ? fact.refused : 'known'}`),
  ...witnesses(facts),
];

/** Who else was asked than the exchange, what they have, and of when that is. */
function witnesses({ onChain }: Facts): string[] {
  if (!onChain || !('value' in onChain)) return [];
  return onChain.value.answers.map(
    ({ chain, source, state, asOf }) => `${chain} by ${source}: ${state}, as of ${asOf.toISOString()}`,
  );
}

function nameOf(next: Next): string {
  if (next.kind === 'look_up') return `look up ${next.questions.map((it) => it.about).join(', ')}`;
  return next.kind === 'ask' ? `ask ${next.slot}` : `answer ${next.outcome}`;
}
