import { describe, expect, test } from 'vitest';
import english from '../locales/en.json' with { type: 'json' };
import { shippedBook } from './form-book.ts';
import { categories, categoryOfIntent, mappedIntents, topCategories } from './ticket-categories.ts';
import { checklistOf, fieldChoices, networks } from './ticket-forms.ts';

const texts: Record<string, string> = english;

describe.each(categories)('%s', (category) => {
  test('has a text, and so has everything in its form and checklist', () => {
    expect(texts[`category.${category}`]).toBeTruthy();
    for (const field of shippedBook.formOf(category)) expect(texts[`field.${field.key}`]).toBeTruthy();
    for (const item of checklistOf(category)) expect(texts[`checklist.${item}`]).toBeTruthy();
  });
  test('asks for each field once, and only on condition of one that stands before it', () => {
    const keys = shippedBook.formOf(category).map((field) => field.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [index, { when, choices, type }] of shippedBook.formOf(category).entries()) {
      for (const clause of when?.of ?? []) expect(keys.slice(0, index)).toContain(clause.field);
      expect(choices.length > 0).toBe(type === 'choice' || type === 'network');
    }
  });
});

test('every choice has a text or a name', () => {
  for (const [field, values] of Object.entries(fieldChoices)) {
    for (const value of values) expect(texts[`choice.${field}.${value}`]).toBeTruthy();
  }
  for (const [key, { name }] of Object.entries(networks)) {
    expect(name ?? texts[`choice.network.${key}`]).toBeTruthy();
  }
});

test('every intent has a category; one that is not known is something else', () => {
  expect(mappedIntents).toHaveLength(69);
  for (const intent of mappedIntents) expect(categories).toContain(categoryOfIntent(intent));
  expect(categoryOfIntent('deposit.missing_memo')).toBe('deposit_withdrawal.missing_memo');
  expect(categoryOfIntent('constructor')).toBe('other');
  expect(topCategories).toHaveLength(9);
});
