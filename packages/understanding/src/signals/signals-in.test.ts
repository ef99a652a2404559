import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainWords } from './plain-words.ts';
import { signals } from './signal.ts';
import { signalSamples } from './signal-samples.testing.ts';
import { samplesOfOthers } from './signal-samples-others.testing.ts';
import { signalsIn } from './signals-in.ts';

describe.each(signals)('%s', (signal) => {
  const said = [...signalSamples[signal].said, ...samplesOfOthers[signal].said];
  const not = [...signalSamples[signal].not, ...samplesOfOthers[signal].not];

  test('is heard', () => {
    expect(said.filter((text) => !signalsIn(text).has(signal))).toEqual([]);
  });

  test('is not heard in what only looks like it', () => {
    expect(not.filter((text) => signalsIn(text).has(signal))).toEqual([]);
  });

  test('has at least twelve samples and six that look like it', () => {
    expect(new Set(said).size).toBeGreaterThanOrEqual(12);
    expect(new Set(not).size).toBeGreaterThanOrEqual(6);
  });
});

test('a plain question has no signal', () => {
  const plain = [
    'What is the minimum deposit of USDT on TRC20?',
    '提币手续费是多少',
    'USDT?',
    '0x52908400098527886E0F7030069857D2E4169EE7',
    'My withdrawal to my ledger is pending since yesterday',
    '为什么我的充值还没到账',
    '',
  ];
  expect(plain.map((text) => [...signalsIn(text)])).toEqual(plain.map(() => []));
});

test('several are heard at once', () => {
  expect(
    [...signalsIn('Hello, my account was hacked!!! Freeze it right now, I want a human')].sort(),
  ).toEqual(['account_stolen', 'greeting', 'urgent', 'wants_person']);
});

test('any text is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
      expect([...signalsIn(text)].every((it) => signals.includes(it))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('words are as plain where a letter beyond ASCII has all scripts looked for', () => {
  const unseen = '\u200b';
  const ascii = fc.oneof(
    fc.constantFrom(...signals.flatMap((it) => [...signalSamples[it].said, ...signalSamples[it].not])),
    fc.string({ unit: 'binary-ascii', maxLength: 300 }),
  );
  fc.assert(
    fc.property(ascii, (text) => {
      expect(plainWords(text)).toBe(plainWords(text + unseen));
    }),
    { numRuns: 300 },
  );
});
