import { expect, test } from 'vitest';
import { valuesBefore } from './found-fields.ts';

test('filling in is undone by what was held, and by nothing where nothing was', () => {
  const held = { txid: 'old', asset: 'XRP' } as const;
  expect(valuesBefore(held, { txid: 'new', amount: '850' })).toEqual({ txid: 'old', amount: '' });
});
