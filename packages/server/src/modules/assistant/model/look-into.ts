import type { FlowId, FlowSlots, Locale } from '@fairlead/contract';
import type { FlowRun } from '../../exchange/index.ts';
import { type LookTool, mostLooks } from './ask/model-port.ts';
import type { GivenPassage } from './check-sentence.ts';

/** What the customer may have looked into, as who they are. */
export interface Looking {
  readonly flows: readonly FlowId[];
  /** What they have said of the case: it holds whatever the model says. */
  readonly slots: FlowSlots;
  run(flow: FlowId, slots: FlowSlots): Promise<FlowRun>;
}

/** The tool, and what was found by it: what the exchange answered becomes a passage like the others. */
export interface LookedInto {
  readonly tool: LookTool | null;
  readonly passages: readonly GivenPassage[];
  readonly runs: readonly FlowRun[];
}

/**
 * Offers a model to look into what the exchange knows, twice at most. Only what everybody could be told, or this customer themselves, is found; what needs
 * an answer of theirs, or a person, is none of the model's.
 */
export function lookInto(looking: Looking | null, locale: Locale, given: number): LookedInto {
  const passages: GivenPassage[] = [];
  const runs: FlowRun[] = [];
  const [first, ...others] = looking?.flows ?? [];
  if (!looking || first === undefined) return { tool: null, passages, runs };
  let looks = 0;
  return {
    passages,
    runs,
    tool: {
      flows: [first, ...others],
      async look(flow, slots) {
        looks += 1;
        if (looks > mostLooks || !looking.flows.includes(flow)) return { found: nothing };
        const run = await looking.run(flow, { ...slots, ...looking.slots });
        if (run.kind !== 'answered' || run.needsPerson || run.outcome === 'silent') return { found: nothing };
        const number = given + passages.length + 1;
        passages.push({ number, title: '', url: null, locale, text: run.text });
        runs.push(run);
        return { passage: { number, text: run.text } };
      },
    },
  };
}
const nothing = 'nothing';
