import type { QuestionCause } from '@fairlead/contract';
import type { Trace } from '../trace.ts';

/** A turn of the assistant as far as it tells whether it helped. */
export interface TurnOutcome {
  /** The customer's message that it answers. */
  readonly seq: number;
  readonly trace: Pick<Trace, 'decision' | 'handOver' | 'signals'>;
}

/** A turn whose question was not answered well, and why. */
export interface Unanswered {
  readonly seq: number;
  readonly cause: QuestionCause;
}

const answers: ReadonlySet<string> = new Set(['answer', 'flow', 'clarify']);

/**
 * Which questions of a conversation were not answered well, by its turns in their order. What somebody says of an answer is about the question
 * before it. Each question is named once, for what became known of it first. Pure.
 */
export function unansweredIn(turns: readonly TurnOutcome[]): Unanswered[] {
  const found = new Map<number, Unanswered>();
  const note = (seq: number, cause: QuestionCause) => {
    if (!found.has(seq)) found.set(seq, { seq, cause });
  };
  for (const [at, { seq, trace }] of turns.entries()) {
    const { decision, handOver, signals } = trace;
    const givenUp = decision === 'hand_over' && handOver === 'unsure';
    if (signals.includes('injection')) continue;
    if (
      (decision === 'did_not_help' || givenUp) &&
      (signals.includes('not_helpful') || signals.includes('no'))
    ) {
      const about = turns.slice(0, at).findLast((it) => answers.has(it.trace.decision));
      if (about) note(about.seq, 'disliked');
    } else if (decision === 'abstain' || decision === 'did_not_help') note(seq, 'abstained');
    else if (decision === 'out_of_scope') note(seq, 'out_of_scope');
    else if (givenUp) note(seq, 'handed_over');
  }
  return [...found.values()].toSorted((a, b) => a.seq - b.seq);
}
