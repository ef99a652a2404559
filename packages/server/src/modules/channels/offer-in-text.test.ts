import { describe, expect, test } from 'vitest';
import { offerInText } from './offer-in-text.ts';

const buttons = { maximum: 3, maximumLength: 10 };

describe('answers to choose from', () => {
  test.each([
    ['are buttons where all fit', 'Which one?', ['BTC', 'ETH'], buttons, 'Which one?', ['BTC', 'ETH']],
    ['are numbered without buttons', 'Which?', ['BTC', 'ETH'], undefined, 'Which?\n\n1. BTC\n2. ETH', []],
    ['are numbered when too many', 'W', ['a', 'b', 'c', 'd'], buttons, 'W\n\n1. a\n2. b\n3. c\n4. d', []],
    ['are numbered when one is too long', '', ['Deposit of today'], buttons, '1. Deposit of today', []],
    ['may be none', 'Hello', [], undefined, 'Hello', []],
  ])('%s', (_, text, quickReplies, capability, said, left) => {
    expect(offerInText({ text, quickReplies }, capability)).toEqual({ text: said, quickReplies: left });
  });
});
