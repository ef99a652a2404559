import { expect, test } from 'vitest';
import { type FormField, knownAfter } from './form-book.ts';
import type { FieldCondition } from './form-conditions.ts';
import { formProblems } from './form-problems.ts';
import type { FormKey } from './ticket-forms.ts';

const field = (key: FormKey, rest: Partial<FormField> = {}): FormField => ({
  key,
  required: false,
  toSolve: false,
  agentsOnly: false,
  when: null,
  label: key.startsWith('own_') ? { en: key } : {},
  help: {},
  own: key.startsWith('own_') ? { type: 'line', options: [] } : null,
  ...rest,
});
const option = (value: string) => ({ value, label: { en: value } });
const choice = (key: FormKey, type: 'choice' | 'choices' = 'choice', rest: Partial<FormField> = {}) =>
  field(key, { own: { type, options: [option('a'), option('b')] }, ...rest });
const when = (match: 'all' | 'any', ...of: FieldCondition['of']): Partial<FormField> => ({
  when: { match, of },
});
const is = (key: FormKey, ...values: string[]) => ({ field: key, is: values });
const filled = (key: FormKey) => ({ field: key, is: null });

test.each<[string, FormField[], Array<[string, FormKey]>]>([
  ['nothing asked', [], []],
  ['a plain form', [field('asset', { required: true }), field('own_note')], []],
  [
    'a field twice',
    [field('asset'), field('asset')],
    [
      ['form_invalid', 'asset'],
      ['form_invalid', 'asset'],
    ],
  ],
  ['an own field without a name', [field('own_note', { label: {} })], [['form_invalid', 'own_note']]],
  [
    'one that came along, of another kind',
    [field('asset', { own: { type: 'text', options: [] } })],
    [['form_invalid', 'asset']],
  ],
  [
    'a choice of nothing',
    [choice('own_c', 'choice', { own: { type: 'choice', options: [] } })],
    [['form_invalid', 'own_c']],
  ],
  [
    'a choice twice',
    [field('own_c', { own: { type: 'choice', options: [option('a'), option('a')] } })],
    [['form_invalid', 'own_c']],
  ],
  [
    'a choice without a name',
    [field('own_c', { own: { type: 'choice', options: [{ value: 'a', label: {} }] } })],
    [['form_invalid', 'own_c']],
  ],
  [
    'choices where there are none',
    [field('own_c', { own: { type: 'line', options: [option('a')] } })],
    [['form_invalid', 'own_c']],
  ],
  ['a condition of nothing', [field('asset', when('all'))], [['form_invalid', 'asset']]],
  [
    'a condition on what is not there',
    [field('asset', when('all', filled('network')))],
    [['form_invalid', 'asset']],
  ],
  [
    'a condition on a choice that is not there',
    [choice('own_c'), field('asset', when('all', is('own_c', 'z')))],
    [['form_invalid', 'asset']],
  ],
  [
    'a condition on what free text holds',
    [field('memo'), field('asset', when('all', is('memo', 'x')))],
    [['form_invalid', 'asset']],
  ],
  ['a condition on a coin', [field('asset'), field('memo', when('any', is('asset', 'XRP')))], []],
  ['a condition on a later field', [field('memo', when('all', is('network', 'xrp'))), field('network')], []],
  ['a field on itself', [field('memo', when('all', filled('memo')))], [['form_cycle', 'memo']]],
  [
    'a circle of three, and one that hangs on it',
    [
      field('memo', when('all', filled('date'))),
      field('date', when('any', filled('pair'))),
      field('pair', when('all', filled('memo'))),
      field('url', when('all', filled('memo'))),
    ],
    [
      ['form_cycle', 'memo'],
      ['form_cycle', 'date'],
      ['form_cycle', 'pair'],
    ],
  ],
  [
    'required of customers who never see it',
    [field('memo', { required: true, agentsOnly: true })],
    [['form_agents_only', 'memo']],
  ],
  ['for agents, needed to solve', [field('memo', { toSolve: true, agentsOnly: true })], []],
  [
    'a customer’s field on an agents’ one',
    [field('memo', { agentsOnly: true }), field('date', when('any', filled('memo')))],
    [['form_agents_only', 'date']],
  ],
  [
    'an agents’ field on an agents’ one',
    [
      field('memo', { agentsOnly: true }),
      field('date', { agentsOnly: true, ...when('all', filled('memo')) }),
    ],
    [],
  ],
  [
    'two at once of one choice',
    [choice('own_c'), field('date', when('all', is('own_c', 'a'), is('own_c', 'b')))],
    [['form_never_shown', 'date']],
  ],
  [
    'either of one choice',
    [choice('own_c'), field('date', when('any', is('own_c', 'a'), is('own_c', 'b')))],
    [],
  ],
  [
    'two at once of several',
    [choice('own_c', 'choices'), field('date', when('all', is('own_c', 'a'), is('own_c', 'b')))],
    [],
  ],
  [
    'a wish against that of the field it hangs on',
    [
      choice('own_c'),
      field('date', when('all', is('own_c', 'a'))),
      field('memo', { required: true, ...when('all', filled('date'), is('own_c', 'b')) }),
    ],
    [['form_never_shown', 'memo']],
  ],
  [
    'the same with another way',
    [
      choice('own_c'),
      field('date', when('any', is('own_c', 'a'), filled('asset'))),
      field('asset'),
      field('memo', { required: true, ...when('all', filled('date'), is('own_c', 'b')) }),
    ],
    [],
  ],
])('%s', (_, fields, problems) => {
  expect(formProblems(fields, {}).map(({ code, key }) => [code.replace('ticket.', ''), key])).toEqual(
    problems,
  );
});

test('a field keeps its kind for good, also once it stood in no form', () => {
  const known = knownAfter(knownAfter({}, [choice('own_c')]), []);
  expect(formProblems([field('own_c')], known)).toEqual([{ code: 'ticket.form_kind_changed', key: 'own_c' }]);
  expect(formProblems([choice('own_c')], known)).toEqual([]);
});

test('a form that is too tangled to be looked through is not taken', () => {
  const keys = Array.from({ length: 20 }, (_, at) => `own_${'abcdefghijklmnopqrst'[at]}` as const);
  const tangled = keys.map((key, at) => {
    const [one, other] = [keys[at + 1], keys[at + 2]];
    const contrary = when('all', is('network', 'xrp'), is('network', 'ton'));
    return field(key, one && other ? when('any', filled(one), filled(other)) : contrary);
  });
  const problems = formProblems([field('network'), ...tangled], {});
  expect(problems.map((it) => it.key)).toEqual(keys);
});
