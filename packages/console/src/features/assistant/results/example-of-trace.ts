import type { AssistantTrace, ExampleBody, ExampleExpectation } from '@fairlead/contract';
import { flowIds, isMappedIntent } from '@fairlead/contract';

/** Expects nothing yet. */
export const anything: ExampleExpectation = {
  intent: null,
  decision: null,
  flow: null,
  handOver: null,
  articles: [],
};

/** That the same follows again as followed here: what somebody then changes to what should have followed. Pure. */
export function expectationOf(trace: AssistantTrace): ExampleExpectation {
  const [intent] = trace.intents;
  if (trace.handOver) return { ...anything, handOver: trace.handOver };
  const flow = flowIds.find((it) => it === trace.flow?.flow) ?? null;
  const likely = intent && isMappedIntent(intent.intent) ? intent.intent : null;
  if (flow) return { ...anything, intent: likely, flow };
  const titles = trace.sources.map((it) => it.title);
  const articles = trace.articles.filter((it) => titles.includes(it.title)).map((it) => it.articleId);
  if (trace.decision !== 'answer') return { ...anything, decision: trace.decision };
  return { ...anything, intent: likely, decision: 'answer', articles: articles.slice(0, 1) };
}

/** Whether anything is expected: what expects nothing is no example. */
export const expectsSomething = ({ articles, ...said }: ExampleExpectation): boolean =>
  articles.length > 0 || Object.values(said).some((it) => it !== null);

/** A draft of what was tried. */
export const exampleOfTrial = (
  locale: ExampleBody['locale'],
  texts: readonly string[],
  trace: AssistantTrace,
): ExampleBody => ({
  locale,
  text: texts.at(-1) ?? '',
  earlier: texts.slice(0, -1).slice(-8),
  expect: expectationOf(trace),
  note: '',
});

/** Titles of what was found, by id. */
export const titlesOf = ({ articles }: AssistantTrace): Record<string, string> =>
  Object.fromEntries(articles.map(({ articleId, title }) => [articleId, title]));
