import { type FormField, type FormKey, formProblems, type KnownFields } from '@fairlead/contract';
import { expect, test } from 'vitest';
import {
  fieldsToAdd,
  lackingOf,
  newFieldKey,
  newOptionValue,
  newOwnField,
  wayTo,
  withoutField,
  withText,
} from './form-draft.ts';

const letters = () => 'abcd';
const field = (key: FormKey, when: FormField['when'] = null): FormField => ({
  key,
  required: false,
  toSolve: false,
  agentsOnly: false,
  when,
  label: {},
  help: {},
  own: null,
});

test.each([
  ['Product name', 'own_product_name_abcd'],
  ['  Größe 2 (cm)  ', 'own_gro_e_cm_abcd'],
  ['产品', 'own_field_abcd'],
  ['A very long name of a field that goes on and on', 'own_a_very_long_name_of_a_fi_abcd'],
])('%s is kept as %s', (name, key) => {
  expect(newFieldKey(name, letters)).toBe(key);
  expect(key).toMatch(/^own_[a-z_]{1,40}$/);
});

test.each([
  ['Fixed term', [], 'fixed_term'],
  ['Fixed term', ['fixed_term'], 'fixed_term_abcd'],
  ['定期', [], 'choice_abcd'],
  ['30 days', [], '30_days'],
])('the choice %s beside %o is kept as %s', (name, taken, value) => {
  expect(newOptionValue(name, taken, letters)).toBe(value);
});

test('a new field is right as it is made', () => {
  const made = newOwnField({ name: 'Product', type: 'choice', options: ['A', 'A'], locale: 'ja' }, letters);
  expect(made.own?.options).toEqual([
    { value: 'a', label: { ja: 'A' } },
    { value: 'a_abcd', label: { ja: 'A' } },
  ]);
  expect(formProblems([made], {})).toEqual([]);
});

test('what can be added is what is not there, theirs with what it was', () => {
  const own = { type: 'line' as const, options: [] };
  const known: KnownFields = {
    own_note: { label: { en: 'Note' }, help: {}, own, agentsOnly: true },
    memo: { label: {}, help: {}, own: null, agentsOnly: true },
  };
  const keys = fieldsToAdd([field('asset')], known).map((it) => it.key);
  expect(keys).not.toContain('asset');
  expect(keys.filter((it) => it === 'memo')).toHaveLength(1);
  expect(fieldsToAdd([], known).at(-1)).toMatchObject({ key: 'own_note', agentsOnly: true, own });
  expect(
    fieldsToAdd(
      Array.from({ length: 40 }, () => field('asset')),
      known,
    ),
  ).toEqual([]);
});

test('a field goes with what waited for it', () => {
  const on = (...keys: FormKey[]) => ({
    match: 'any' as const,
    of: keys.map((it) => ({ field: it, is: null })),
  });
  const left = withoutField(
    [field('asset'), field('memo', on('asset')), field('date', on('asset', 'memo'))],
    'asset',
  );
  expect(left).toEqual([field('memo'), field('date', on('memo'))]);
});

test('a text without words is none', () => {
  expect(withText({ en: 'Coin' }, 'ja', '通貨')).toEqual({ en: 'Coin', ja: '通貨' });
  expect(withText({ en: 'Coin', ja: '通貨' }, 'ja', '  ')).toEqual({ en: 'Coin' });
});

test('what lacks a text, and where it is taken from', () => {
  expect(lackingOf({})).toEqual([]);
  expect(lackingOf({ en: 'Coin', 'zh-CN': '币种' })).toHaveLength(13);
  expect(wayTo({ ja: '通貨' }, 'ja', false)).toBeNull();
  expect(wayTo({ en: 'Coin' }, 'ja', false)).toEqual({ way: ['ja'], found: 'en' });
  expect(wayTo({ 'zh-CN': '币种' }, 'zh-TW', false)).toEqual({ way: ['zh-TW'], found: 'zh-CN' });
  expect(wayTo({ vi: 'Đồng' }, 'ja', false)).toEqual({ way: ['ja', 'en'], found: 'vi' });
  expect(wayTo({}, 'ja', false)).toBeNull();
  expect(wayTo({ en: 'Coin' }, 'ja', true)).toEqual({ way: ['ja'], found: null });
  expect(wayTo({ 'zh-CN': '币种' }, 'zh-TW', true)).toEqual({ way: ['zh-TW'], found: 'zh-CN' });
});
