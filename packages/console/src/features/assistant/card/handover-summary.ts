import type { AssistantTrace, AssistantTurn, HandOverReason, MessageSource } from '@fairlead/contract';

/** What people who go on need to know of what the assistant did before them. */
export interface HandoverSummary {
  /** Null: it has not handed over, or has had the conversation again since. */
  readonly reason: HandOverReason | null;
  /** The intent of what they wrote last about a matter; null where none was understood. */
  readonly intent: string | null;
  /** Each thing once, the latest of each kind first. */
  readonly entities: AssistantTrace['entities'];
  /** Each article once. */
  readonly given: readonly MessageSource[];
  readonly flows: ReadonlyArray<NonNullable<AssistantTrace['flow']>>;
  readonly locale: AssistantTrace['locale'];
}

/** Below this an intent is a guess that nobody should go by. */
const probable = 0.3;
/** About the talk itself and not about a matter. */
const small = (intent: string) => intent === 'out_of_scope' || intent.startsWith('assistant.');

/** Sums up the turns of the assistant, the oldest first; undefined where there are none. */
export function summarise(turns: readonly AssistantTurn[]): HandoverSummary | undefined {
  const last = turns.at(-1)?.trace;
  if (!last) return undefined;
  const traces = turns.map((it) => it.trace).reverse();
  const about = traces
    .map(({ intents: [best] }) => best)
    .find((best) => best && best.probability >= probable && !small(best.intent));
  const unique = <T>(items: readonly T[], keyOf: (item: T) => string) => [
    ...new Map(items.map((it) => [keyOf(it), it])).values(),
  ];
  return {
    reason: last.handOver,
    intent: about?.intent ?? null,
    entities: unique(
      traces.flatMap((it) => it.entities),
      ({ name, value }) => `${name} ${value}`,
    ),
    given: unique(
      turns.flatMap((it) => it.trace.sources),
      ({ url }) => url,
    ),
    flows: turns.flatMap(({ trace: { flow } }) => flow ?? []),
    locale: last.locale,
  };
}
