import { ruleCondition } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { conditionFields, newCondition } from './new-condition.ts';

test('every field that a condition can be about is offered once', () => {
  const fields = ruleCondition.options.map((option) => option.shape.field.value);
  expect([...conditionFields].sort()).toEqual([...fields].sort());
});

test.each(conditionFields)('a new condition about %s is about it, and lacks at most its values', (field) => {
  const made = newCondition(field);
  expect(made.field).toBe(field);
  const lacking = ruleCondition.safeParse(made).error?.issues.map(({ path }) => path[0]) ?? [];
  expect(['values', 'words', undefined]).toContain(lacking[0]);
});
