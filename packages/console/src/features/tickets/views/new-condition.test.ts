import { viewCondition } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { conditionFields, isComplete, newCondition } from './new-condition.ts';

it('offers everything that the contract can filter by, once', () => {
  const known = viewCondition.options.map((option) => option.shape.field.value);
  expect(conditionFields.toSorted()).toEqual(known.toSorted());
});

it.each(conditionFields)('a new one about %s is complete unless something must be chosen', (field) => {
  const condition = newCondition(field);
  expect(isComplete({ all: [condition], any: [] })).toBe(!('in' in condition));
});

it('is complete once something is chosen', () => {
  expect(isComplete({ all: [], any: [{ field: 'status', in: ['new'] }] })).toBe(true);
});
