import type { AssistantText } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { findTexts } from './find-texts.ts';

const text = (key: string, given: Partial<AssistantText> = {}): AssistantText => ({
  key,
  group: 'deposit',
  shipped: `Shipped ${key}`,
  english: `Shipped ${key}`,
  samples: {},
  own: null,
  ...given,
});
const own = { text: 'Ours', replaced: null, unfit: false };
const texts = [
  text('a.plain'),
  text('b.own', { own }),
  text('c.moved', { own: { ...own, replaced: 'Older' } }),
  text('d.unfit', { own: { ...own, unfit: true } }),
  text('e.price', { group: 'price', shipped: 'Ｐreis der Münze', english: 'Price of the coin' }),
];

test.each<[Parameters<typeof findTexts>[1], string[]]>([
  [{ group: undefined, show: 'all', q: '' }, ['a.plain', 'b.own', 'c.moved', 'd.unfit', 'e.price']],
  [{ group: 'price', show: 'all', q: '' }, ['e.price']],
  [{ group: undefined, show: 'own', q: '' }, ['b.own', 'c.moved', 'd.unfit']],
  [{ group: undefined, show: 'moved', q: '' }, ['c.moved', 'd.unfit']],
  [{ group: 'price', show: 'own', q: '' }, []],
  [{ group: undefined, show: 'all', q: '  preis MÜNZE' }, ['e.price']],
  [{ group: undefined, show: 'all', q: 'coin price' }, ['e.price']],
  [{ group: undefined, show: 'all', q: 'ours' }, ['b.own', 'c.moved', 'd.unfit']],
  [{ group: undefined, show: 'all', q: 'a.plain' }, ['a.plain']],
])('%o', (wanted, keys) => {
  expect(findTexts(texts, wanted).map((it) => it.key)).toEqual(keys);
});
