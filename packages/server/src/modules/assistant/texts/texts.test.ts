import { checkMessage, formatMessage, locales } from '@fairlead/contract';
import { describe, expect, test } from 'vitest';
import { usualSettings } from '../settings/settings.ts';
import { textsChanged } from '../settings/texts-changed.ts';
import { listTexts } from './list-texts.ts';
import { ownTextsOf } from './own-texts.ts';
import { shippedText, shippedTexts } from './shipped-texts.ts';

describe.each(locales)('%s', (locale) => {
  const { items } = listTexts(usualSettings, locale, 'HTX');

  test('every shipped text may stand in for itself', () => {
    const wrong = items.flatMap(({ key, shipped, english }) =>
      checkMessage(shipped, { shipped, english, locale }).map((problem) => ({ key, problem })),
    );
    expect(wrong).toEqual([]);
  });

  test('every shipped text can be filled in with samples, none of which is only its name', () => {
    for (const { key, shipped, samples } of items) {
      expect(formatMessage(locale, shipped, samples), key).not.toMatch(/[{}]/);
      for (const [name, sample] of Object.entries(samples)) expect(sample, key).not.toBe(name);
    }
  });
});

test('each text stands once, the greeting apart', () => {
  const keys = shippedTexts().map((it) => it.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toContain('assistant.hand_over_stolen');
  expect(keys).toContain('exchange.deposit.confirming');
  expect(keys).not.toContain('assistant.greet');
});

test('a text that has come not to fit is not said', () => {
  const shipped = shippedText('en', 'exchange.price.last') ?? '';
  const texts = {
    en: {
      'exchange.price.last': { text: 'Now: {price} for {pair}', replaced: shipped },
      'exchange.order.market': { text: 'It is {last} and {gone}.', replaced: 'older' },
      'exchange.no.more': { text: 'Nobody asks', replaced: 'older' },
    },
  };
  const own = ownTextsOf(texts, 'exchange');
  expect(own('en', 'price.last')).toBe('Now: {price} for {pair}');
  expect(own('de', 'price.last')).toBeUndefined();
  expect(own('en', 'order.market')).toBeUndefined();
  expect(own('en', 'no.more')).toBeUndefined();
  expect(ownTextsOf(texts, 'assistant')('en', 'price.last')).toBeUndefined();
  const listed = listTexts({ texts }, 'en', 'HTX');
  const of = (key: string) => listed.items.find((it) => it.key === key)?.own;
  expect(of('exchange.price.last')).toMatchObject({ replaced: null, unfit: false });
  expect(of('exchange.order.market')).toMatchObject({ replaced: 'older', unfit: true });
  expect(listed.own).toEqual({ en: 3 });
});

test('what is another between two versions is counted by language', () => {
  const a = { text: 'a', replaced: '' };
  const b = { text: 'b', replaced: '' };
  expect(textsChanged(undefined, { en: { x: a } })).toEqual([{ locale: 'en', count: 1 }]);
  expect(textsChanged({ en: { x: a, y: a }, de: { x: a } }, { en: { x: b }, de: { x: a } })).toEqual([
    { locale: 'en', count: 2 },
  ]);
});
