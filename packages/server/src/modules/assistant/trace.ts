import { type AssistantTrace, assistantTrace } from '@fairlead/contract';
import type { Thought } from './think.ts';

export const traceSchema = assistantTrace;
export type Trace = AssistantTrace;

const probable = 5;
const round = (share: number) => Math.round(share * 1000) / 1000;

/** The steps of a thought, as they are kept and shown: what was understood, found, looked up and decided. */
export function traceOf({ steps, handOver, sources }: Thought): Trace {
  const { heard, articles, decision, flow, model } = steps;
  return {
    locale: heard.locale,
    intents: heard.guesses
      .slice(0, probable)
      .map(({ label, probability }) => ({ intent: label, probability: round(probability) })),
    signals: [...heard.signals],
    entities: Object.entries(heard.slots).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value }],
    ),
    articles: articles.map(({ articleId, title, score, passages }) => ({
      articleId,
      title,
      score: round(score),
      heading: passages[0]?.heading ?? null,
    })),
    decision: decision.kind === 'say' ? decision.what : decision.kind,
    sources: [...sources],
    handOver,
    flow: flow && { flow: flow.flow, outcome: flow.outcome, asOf: flow.asOf?.toISOString() ?? null },
    model: model && model.trace,
  };
}
