import type { ExampleExpectation, MissedPart } from '@fairlead/contract';
import type { Thought } from '../think.ts';

/** The article that a thought answers from, or null. */
export const answeredFrom = ({ steps }: Thought): string | null =>
  steps.decision.kind === 'answer' ? steps.decision.passage.articleId : null;

/** What of an expectation a thought does not meet; nothing where it is right. Pure. */
export function missedOf(expect: ExampleExpectation, thought: Thought): MissedPart[] {
  const { decision, heard, flow } = thought.steps;
  const made = decision.kind === 'say' ? decision.what : decision.kind;
  // A transaction id is about a transfer whatever its words look like: either is what was understood.
  const intents = [heard.guesses[0]?.label, 'intent' in decision ? decision.intent : undefined];
  // Who is not signed in may be given an article where a flow looked first.
  const kinds: readonly string[] = flow ? [made, 'flow'] : [made];
  const met: Record<MissedPart, boolean> = {
    intent: expect.intent === null || intents.includes(expect.intent),
    decision: expect.decision === null || kinds.includes(expect.decision),
    articles: expect.articles.length === 0 || expect.articles.includes(answeredFrom(thought) ?? ''),
    flow: expect.flow === null || flow?.flow === expect.flow,
    handOver: expect.handOver === null || thought.handOver === expect.handOver,
  };
  return (['intent', 'decision', 'articles', 'flow', 'handOver'] as const).filter((part) => !met[part]);
}
