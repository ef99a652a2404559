import { expect, it } from 'vitest';
import { changesBetween } from './changes-between.ts';

const thresholds = { answer: 0.5, hedge: 0.3, clarify: 0.2, outOfScope: 0.5 };

it('names each threshold and greeting that differs, and nothing else', () => {
  const before = { thresholds, greetings: { en: 'Hello', ja: 'こんにちは' } };
  const after = { thresholds: { ...thresholds, hedge: 0.4 }, greetings: { en: 'Hello', ru: 'Привет' } };
  expect(changesBetween(before, after)).toEqual([
    { kind: 'threshold', of: 'hedge', before: 0.3, after: 0.4 },
    { kind: 'greeting', of: 'ja' },
    { kind: 'greeting', of: 'ru' },
  ]);
  expect(changesBetween(before, before)).toEqual([]);
});
