import {
  factStates,
  flowFacts,
  flowIds,
  flowOutcomes,
  formatMessage,
  slotNames,
  witnessStates,
} from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import { catalogue as en } from '../../../i18n/catalogue-en.ts';
import { catalogue as zh } from '../../../i18n/catalogue-zh-cn.ts';
import type { Translate } from '../../../i18n/i18n.tsx';
import { atHandWords, decisionWords, outcomeName, stepKeys } from './flow-words.ts';
import { flowName } from './trace-words.ts';

describe.each([
  ['en', en],
  ['zh-CN', zh],
] as const)('in %s', (locale, texts) => {
  const t: Translate = (key, params) => {
    expect(texts).toHaveProperty([key]);
    return formatMessage(locale, texts[key], params);
  };
  const list = (items: string[]) => items.join(', ');
  /** Words and no key: nothing is joined by a line below, or by a point without a space. */
  const words = /^[^{}_]*[^{}_.]$/;

  test.each(
    flowIds.flatMap((flow) =>
      [...flowOutcomes[flow], ...slotNames, 'sign_in', 'what_nobody_knows'].map((it) => [flow, it] as const),
    ),
  )('%s came to %s', (flow, outcome) => {
    const said = outcomeName(t, flow, outcome);
    expect(said).toMatch(words);
    expect(said === t('flow.outcome.other')).toBe(outcome === 'what_nobody_knows');
    expect(flowName(t, flow)).toMatch(words);
  });

  test('every round is told in words', () => {
    const facts = flowFacts.flatMap((fact) => factStates.map((state) => ({ fact, state })));
    const step = {
      said: [...slotNames],
      facts,
      witnesses: witnessStates.map((state) => ({
        chain: 'ethereum',
        source: 'etherscan.io',
        state,
        asOf: '2026-11-21T09:30:00.000Z',
      })),
      decided: { kind: 'look_up' as const, facts: [...flowFacts] },
    };
    for (const line of [
      ...atHandWords(t, step, { list, moment: () => '09:30' }),
      decisionWords(t, 'fees', step.decided, list),
    ])
      expect(line).toMatch(words);
    for (const decided of [
      { kind: 'ask' as const, slot: 'txid' as const },
      { kind: 'answer' as const, outcome: 'figures' },
      { kind: 'sign_in' as const },
    ])
      expect(decisionWords(t, 'fees', decided, list)).toMatch(words);
  });
});

test('engineers read the keys', () => {
  const step = {
    said: ['txid' as const],
    facts: [{ fact: 'deposits' as const, state: 'known' as const }],
    decided: { kind: 'answer' as const, outcome: 'confirming' },
  };
  expect(stepKeys(step)).toBe('txid, deposits=known, answer confirming');
});
