import { expect, test } from 'vitest';
import {
  definitionOf,
  type FormField,
  formFieldOf,
  inOrder,
  knownAfter,
  makeFormBook,
  shippedBook,
} from './form-book.ts';
import { choiceLabel, fieldLabel, valueText } from './form-texts.ts';
import { categories } from './ticket-categories.ts';

const plain = { required: false, toSolve: false, agentsOnly: false, when: null, help: {} };
const reason: FormField = {
  ...plain,
  key: 'own_reason',
  label: { en: 'Reason', 'zh-CN': '原因' },
  own: {
    type: 'choices',
    options: [
      { value: 'late', label: { en: 'Late', 'zh-CN': '延迟' } },
      { value: 'lost', label: { en: 'Lost' } },
    ],
  },
};
const asset: FormField = { ...plain, key: 'asset', label: {}, own: null };
const keys = (form: ReadonlyArray<{ key: string }>) => form.map((it) => it.key);

test('a category without a form of its own asks what its upper level asks, edited or not', () => {
  expect(shippedBook.formOf('trading.fees')).toBe(shippedBook.formOf('trading.fees'));
  const book = makeFormBook({ trading: [reason] });
  expect(keys(book.formOf('trading'))).toEqual(['own_reason']);
  expect(keys(book.formOf('trading.fees'))).toEqual(['own_reason']);
  // Has one of its own.
  expect(book.formOf('trading.cancel_order')).toEqual(shippedBook.formOf('trading.cancel_order'));
});

test('every shipped form survives being edited into what it was', () => {
  for (const category of categories) {
    const form = shippedBook.formOf(category);
    expect(form.map(formFieldOf).map(definitionOf)).toEqual(form);
  }
});

test('what stands in no form any more keeps its kind and its names', () => {
  const { own } = reason;
  if (!own) throw new Error('it is their own');
  const without = { ...reason, own: { ...own, options: own.options.slice(0, 1) } };
  const known = knownAfter(knownAfter({}, [reason]), [without]);
  const gone = makeFormBook({}, known).fieldOf('own_reason');
  expect(gone?.type).toBe('choices');
  const now = makeFormBook({ trading: [without] }, known).fieldOf('own_reason', 'trading');
  expect(now?.choices).toEqual(['late']);
  for (const field of [gone, now]) {
    if (!field) throw new Error('it is known');
    expect(valueText(field, 'late,lost', 'en', () => undefined)).toBe('Late and Lost');
  }
  expect(makeFormBook({}).fieldOf('own_reason')).toBeNull();
  expect(makeFormBook({}).fieldOf('constructor')).toBeNull();
});

test('what was kept from customers stays so where no form asks for it', () => {
  const secret = [
    { ...asset, agentsOnly: true },
    { ...reason, agentsOnly: true },
  ];
  const known = knownAfter({}, secret);
  const book = makeFormBook({ trading: secret }, known);
  expect(book.isHidden('own_reason', 'trading')).toBe(true);
  expect(book.isHidden('own_reason', 'api')).toBe(true);
  expect(makeFormBook({}, known).isHidden('own_reason', 'trading')).toBe(true);
  // Another form asks customers for it.
  expect(book.isHidden('asset', 'margin')).toBe(false);
  expect(book.isHidden('asset', 'api')).toBe(true);
});

test('the nearest text is said: theirs, the catalogue’s, English, any', () => {
  const field = (it: FormField) => definitionOf(it);
  const said = (key: string) => ({ 'field.asset': '通貨', 'choice.yes_no.yes': 'はい' })[key];
  expect(fieldLabel(field(reason), 'zh-TW', said)).toBe('原因');
  expect(fieldLabel(field(reason), 'ja', said)).toBe('Reason');
  expect(fieldLabel(field({ ...reason, label: { vi: 'Lý do' } }), 'ja', said)).toBe('Lý do');
  expect(fieldLabel(field(asset), 'ja', said)).toBe('通貨');
  expect(fieldLabel(field({ ...asset, label: { en: 'Token' } }), 'ja', said)).toBe('通貨');
  expect(fieldLabel(field({ ...asset, label: { ja: 'トークン' } }), 'ja', said)).toBe('トークン');
  expect(choiceLabel(field(reason), 'lost', 'zh-CN', said)).toBe('Lost');
  expect(choiceLabel(field(reason), 'burnt', 'zh-CN', said)).toBe('burnt');
  const sure = field({ ...reason, own: { type: 'yes_no', options: [] } });
  expect(sure.choices).toEqual(['yes', 'no']);
  expect(valueText(sure, 'yes', 'ja', said)).toBe('はい');
});

test.each([
  ['b,a', 'a,b'],
  [' b , a,b,,', 'a,b'],
  ['z,a', 'a,z'],
  ['', ''],
])('%o of a and b is kept as %o', (value, kept) => expect(inOrder(value, ['a', 'b'])).toBe(kept));
