import type { FlowSlots } from '@fairlead/contract';
import type { FlowRun } from '../../exchange/index.ts';
import { passageKey } from '../retrieve/passage.ts';
import type { Heard } from '../understand/heard.ts';
import type { Decision } from './decision.ts';
import type { Memory } from './memory.ts';

/** Passages that are remembered: nobody asks on for longer. */
const remembered = 20;
/** What did not help. */
const failing: ReadonlySet<string> = new Set(['abstain', 'did_not_help']);

/** What is kept in mind after a turn. Pure. */
export function remember(
  before: Memory,
  turn: {
    heard: Heard;
    decision: Decision;
    run: FlowRun | null;
    choices: ReadonlyArray<{ text: string; slots: FlowSlots; intent: string }>;
    /** Passages that the answer is from, by their keys, where it is not the one that was decided on. */
    given?: readonly string[];
  },
): Memory {
  const { heard, decision, run, choices } = turn;
  const text = heard.text.slice(0, 500);
  switch (decision.kind) {
    case 'say':
      return {
        ...before,
        asked: null,
        greeted: before.greeted || decision.what === 'greet',
        failures: failing.has(decision.what)
          ? before.failures + 1
          : decision.what === 'out_of_scope'
            ? before.failures
            : 0,
      };
    case 'hand_over':
      return { ...before, asked: null, failures: 0 };
    case 'clarify':
      return {
        ...before,
        asked: { of: 'article', choices: choices.map(({ text, intent }) => ({ text, intent })) },
      };
    case 'answer':
      return {
        ...before,
        asked: null,
        last: { intent: decision.intent, text, slots: heard.slots },
        found: null,
        given: [...before.given, ...(turn.given ?? [passageKey(decision.passage)])].slice(-remembered),
      };
    case 'flow':
      return {
        ...before,
        asked:
          run?.kind === 'asks'
            ? {
                of: 'flow',
                flow: decision.flow,
                slots: run.slots,
                slot: run.outcome as keyof FlowSlots,
                choices: choices.map(({ text, slots }) => ({ text, slots })),
              }
            : null,
        last: { intent: decision.intent, text, slots: decision.slots },
        found: run?.kind === 'answered' && run.outcome !== 'not_found' ? decision.flow : null,
      };
  }
}
