import type { AssistantTrace, ExampleExpectation, MissedPart } from '@fairlead/contract';
import type { Translate } from '../../../i18n/i18n.tsx';
import { flowName, intentName } from '../trace/trace-words.ts';

type Part = { readonly part: MissedPart; readonly words: string };
type Titles = Readonly<Record<string, string>>;

/** What is expected, part by part, in words. */
export function expectedParts(t: Translate, expect: ExampleExpectation, titles: Titles): Part[] {
  const parts: Array<[MissedPart, string | null]> = [
    ['decision', expect.decision && t(`assistant.decision.${expect.decision}`)],
    ['handOver', expect.handOver && t(`assistant.reason.${expect.handOver}`)],
    ['flow', expect.flow && flowName(t, expect.flow)],
    [
      'articles',
      expect.articles.map((id) => titles[id] ?? t('assistant.example.article_gone')).join(' / ') || null,
    ],
    ['intent', expect.intent && intentName(t, expect.intent)],
  ];
  return parts.flatMap(([part, words]) => (words ? [{ part, words }] : []));
}

/** What came, of the parts that were not as expected. */
export function gotParts(t: Translate, missed: readonly MissedPart[], trace: AssistantTrace): Part[] {
  const [intent] = trace.intents;
  const none = t('assistant.results.none');
  const came: Record<MissedPart, string> = {
    decision: t(`assistant.decision.${trace.decision}`),
    handOver: trace.handOver ? t(`assistant.reason.${trace.handOver}`) : t('assistant.results.no_hand_over'),
    flow: trace.flow ? flowName(t, trace.flow.flow) : none,
    articles: trace.sources.map((it) => it.title).join(', ') || none,
    intent: intent ? intentName(t, intent.intent) : none,
  };
  return missed.map((part) => ({ part, words: came[part] }));
}
