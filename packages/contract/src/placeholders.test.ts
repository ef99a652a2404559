import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillPlaceholders, placeholders, unknownPlaceholders } from './placeholders.ts';

test('names that are not known are found, each once', () => {
  expect(unknownPlaceholders('Hello {customer.name}, {customer.age} {customer.age} {order}')).toEqual([
    'customer.age',
    'order',
  ]);
  expect(unknownPlaceholders('{"json": 1} {} { ticket.number } {field.amount}')).toEqual([]);
});

test('what has no value stays as it is written, and is named', () => {
  const filled = fillPlaceholders('{customer.name}: #{ticket.number}, #{ ticket.number }', {
    'ticket.number': '10423',
  });
  expect(filled).toEqual({ text: '{customer.name}: #10423, #10423', empty: ['customer.name'] });
});

test('what a value holds is not filled in again, and other text stays', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1 }),
      fc.constantFrom(...placeholders),
      (text, value, name) => {
        const plain = text.replaceAll('{', '(');
        const filled = fillPlaceholders(`${plain}{${name}}${plain}`, { [name]: value });
        expect(filled).toEqual({ text: `${plain}${value}${plain}`, empty: [] });
      },
    ),
  );
});
