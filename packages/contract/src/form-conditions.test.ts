import { expect, test } from 'vitest';
import { definitionOf, type FormField } from './form-book.ts';
import { askedOf, type FieldCondition, type FormValues } from './form-conditions.ts';
import type { FormKey } from './ticket-forms.ts';

const field = (key: FormKey, when: FieldCondition | null = null, own: FormField['own'] = null) =>
  definitionOf({ key, own, when, required: false, toSolve: false, agentsOnly: false, label: {}, help: {} });
const options = ['a', 'b', 'c'].map((value) => ({ value, label: { en: value } }));
const is = (key: FormKey, ...values: string[]) => ({ field: key, is: values });
const filled = (key: FormKey) => ({ field: key, is: null });

const form = [
  field('own_one', null, { type: 'choice', options }),
  field('own_many', null, { type: 'choices', options }),
  field('own_sure', null, { type: 'yes_no', options: [] }),
  field('asset'),
  field('date', { match: 'all', of: [is('own_one', 'a', 'b'), filled('asset')] }),
  field('amount', { match: 'any', of: [is('own_many', 'b'), is('own_sure', 'yes')] }),
  field('memo', { match: 'all', of: [filled('date')] }),
  field('pair', { match: 'all', of: [filled('device')] }),
  field('device', { match: 'all', of: [filled('pair')] }),
];

test.each<[FormValues, FormKey[]]>([
  [{}, []],
  [{ own_one: 'a' }, []],
  [{ own_one: 'a', asset: 'XRP' }, ['date']],
  [{ own_one: 'c', asset: 'XRP' }, []],
  [{ own_many: 'a,b' }, ['amount']],
  [{ own_many: 'a,c' }, []],
  [{ own_sure: 'yes' }, ['amount']],
  [{ own_sure: 'no' }, []],
  // What is asked for only after another that is not asked for is not asked for either, whatever that holds.
  [{ date: '2026-11-01' }, []],
  [{ own_one: 'b', asset: 'XRP', date: '2026-11-01' }, ['date', 'memo']],
  // Two that wait for each other.
  [{ pair: 'BTC/USDT', device: 'phone' }, []],
])('%o asks for %o besides what is always asked', (values, asked) => {
  const conditional = askedOf(form, values).filter((it) => it.when !== null);
  expect(conditional.map((it) => it.key)).toEqual(asked);
});
