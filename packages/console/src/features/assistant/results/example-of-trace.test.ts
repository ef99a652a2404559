import type { AssistantTrace } from '@fairlead/contract';
import { describe, expect, it } from 'vitest';
import { anything, exampleOfTrial, expectationOf, expectsSomething } from './example-of-trace.ts';

const id = '0197e4a0-0000-7000-8000-000000000001';
const trace: AssistantTrace = {
  locale: 'en',
  intents: [{ intent: 'api.key', probability: 0.9 }],
  signals: [],
  entities: [],
  articles: [
    { articleId: id, title: 'Create an API key', score: 0.9, heading: null },
    { articleId: id.replace(/1$/, '2'), title: 'Another', score: 0.2, heading: null },
  ],
  decision: 'answer',
  sources: [{ title: 'Create an API key', url: '/help/en/x' }],
  handOver: null,
  flow: null,
  model: null,
};

describe('what followed is what is expected', () => {
  it.each<[string, Partial<AssistantTrace>, object]>([
    ['an answer from an article', {}, { intent: 'api.key', decision: 'answer', articles: [id] }],
    ['people', { decision: 'hand_over', handOver: 'asked' }, { handOver: 'asked' }],
    ['a flow that hands over', { decision: 'flow', handOver: 'needed' }, { handOver: 'needed' }],
    [
      'a flow',
      { decision: 'flow', flow: { flow: 'fees', outcome: 'told', asOf: null } },
      { intent: 'api.key', flow: 'fees' },
    ],
    ['words', { decision: 'greet', sources: [] }, { decision: 'greet' }],
    [
      'an intent that is none of ours',
      { intents: [{ intent: 'x', probability: 1 }] },
      { decision: 'answer', articles: [id] },
    ],
  ])('%s', (_, change, expected) => {
    const made = expectationOf({ ...trace, ...change });
    expect(made).toEqual({ ...anything, ...expected });
    expect(expectsSomething(made)).toBe(true);
  });
});

it('takes the last text as the question and those before it as what came earlier', () => {
  const { text, earlier } = exampleOfTrial('ja', ['a', 'b', 'c'], trace);
  expect([text, earlier]).toEqual(['c', ['a', 'b']]);
  expect(expectsSomething(anything)).toBe(false);
});
