import type { Category, CopilotStep, FlowId, FlowSlots, FormKey } from '@fairlead/contract';
import type { Signal } from '@fairlead/understanding';
import { dangerSaid } from '../danger/danger-in.ts';

/** What the next step is decided from. */
export interface StepFacts {
  readonly closed: boolean;
  /** Something of the customer's waits for an answer. */
  readonly open: boolean;
  /** What is asked, as far as it is likely. */
  readonly intent: { readonly name: string; readonly probability: number } | null;
  readonly signals: ReadonlySet<Signal>;
  /** Somebody has answered before. */
  readonly answered: boolean;
  readonly teamId: string | null;
  /** The team of what is asked about, and the one that cares for stolen accounts. */
  readonly teams: { readonly asked: string | null; readonly security: string | null };
  /** The flow about it, if whoever answers may have it run; and whether it was, and came to something. */
  readonly flow: { readonly flow: FlowId; readonly slots: FlowSlots; readonly ran: boolean } | null;
  /** What the form of the category must have, and nobody has said. */
  readonly missing: {
    readonly category: Category;
    readonly fields: readonly FormKey[];
    readonly text: string;
  };
  readonly macro: {
    readonly id: string;
    readonly name: string;
    readonly score: number;
    readonly intent: string | null;
  } | null;
  /** The best drafted reply. */
  readonly draft: { readonly title: string } | null;
}

/** So sure one must be to send a conversation elsewhere, or to ask for something. */
const sure = { team: 0.6, ask: 0.5 };
/** From this score on a macro is worth to be named before a draft. */
const goodMacro = 0.55;

/**
 * What may be done next, the most urgent first: an account that somebody else is in goes before everything, then what is done with, then
 * the right place, then what the exchange knows, what the customer must say, and what can be answered. Pure.
 */
export function decideSteps(facts: StepFacts): CopilotStep[] {
  const { closed, open, intent, signals, teamId, teams, flow, missing, macro, draft } = facts;
  if (closed) return [];
  const name = intent?.name ?? null;
  const stolen =
    dangerSaid(signals) === 'stolen' || (name === 'account.hacked' && !signals.has('other_stolen'));
  const steps: CopilotStep[] = [];
  if (open && stolen && teams.security && teams.security !== teamId)
    steps.push({ do: 'hand_over', why: 'stolen', teamId: teams.security, intent: name });
  if (signals.has('thanks') && facts.answered && name === null) return [...steps, { do: 'solve' }];
  if (!open) return steps;
  if (intent && intent.probability >= sure.team && teams.asked && teams.asked !== teamId && !stolen)
    steps.push({ do: 'hand_over', why: 'other_team', teamId: teams.asked, intent: name });
  if (flow && !flow.ran && name)
    steps.push({ do: 'look_up', flow: flow.flow, slots: flow.slots, intent: name });
  if (intent && intent.probability >= sure.ask && missing.fields.length > 0)
    steps.push({ do: 'ask', fields: [...missing.fields], category: missing.category, text: missing.text });
  if (macro && macro.score >= goodMacro)
    steps.push({ do: 'macro', macroId: macro.id, name: macro.name, intent: macro.intent });
  if (draft) steps.push({ do: 'reply', title: draft.title });
  return steps;
}

/** Names a step among those that were offered in answer to one message. */
export function stepKey(step: CopilotStep): string {
  switch (step.do) {
    case 'hand_over':
      return `hand_over:${step.teamId}`;
    case 'look_up':
      return `look_up:${step.flow}`;
    case 'ask':
      return `ask:${step.fields.join(',')}`;
    case 'macro':
      return `macro:${step.macroId}`;
    case 'reply':
    case 'solve':
      return step.do;
  }
}
