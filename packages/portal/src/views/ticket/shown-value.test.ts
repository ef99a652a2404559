import { expect, test } from 'vitest';
import { shownValue } from './shown-value.ts';

const said: Record<string, string> = {
  'choice.network.other': 'Another network',
  'choice.document.passport': 'Passport',
};
const speech = { locale: 'en' as const, wire: (key: string) => said[key] ?? '' };
const choices = [
  { value: 'late', label: 'Late' },
  { value: 'lost', label: 'Lost' },
];

test.each([
  ['network', 'tron', undefined, 'TRON (TRC20)'],
  ['network', 'constructor', undefined, 'Another network'],
  ['document', 'passport', undefined, 'Passport'],
  ['document', 'library_card', undefined, 'library_card'],
  ['own_why', 'late', { type: 'choice', choices }, 'Late'],
  ['own_why', 'gone', { type: 'choice', choices }, 'gone'],
  ['own_why', 'late,lost', { type: 'choices', choices }, 'Late and Lost'],
  ['own_sure', 'yes', { type: 'yes_no', choices: [{ value: 'yes', label: 'Yes' }] }, 'Yes'],
  ['own_unknown', 'words', undefined, 'words'],
] as const)('%s: %s', (key, value, field, shown) => {
  expect(shownValue(speech, key, value, field && { ...field, choices: [...field.choices] })).toBe(shown);
});
