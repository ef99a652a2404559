import { expect, test } from 'vitest';
import { readChoices, writeChoices } from './choices.ts';

test('an address leads to the choices that it was written from', () => {
  for (const query of [
    '',
    '?customer=vip&locale=zh-CN',
    '?customer=pro&locale=ar&theme=light&symbol=ethusdt',
  ]) {
    expect(writeChoices(readChoices(query))).toBe(query);
  }
});

test('what is unknown counts as not chosen', () => {
  expect(readChoices('?customer=anonymous&locale=tlh&theme=pink&symbol=../x')).toEqual({
    customer: null,
    locale: null,
    theme: 'dark',
    symbol: 'btcusdt',
  });
});
