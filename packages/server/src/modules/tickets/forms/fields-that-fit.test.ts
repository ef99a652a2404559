import { type Category, shippedBook, type TicketFields } from '@fairlead/contract';
import { expect, test } from 'vitest';
import { fieldsThatFit } from './fields-that-fit.ts';

const txid = '8f5b0d2f1a0c4a6e9b1d7c3e5f7a9b1c3d5e7f9a1b3c5d7e9f1a3b5c7d9e1f3a';
const deposit = 'deposit_withdrawal.deposit_not_credited';
const whole: TicketFields = { asset: 'BTC', network: 'bitcoin', txid, amount: '0.5' };

test.each<[string, Category, TicketFields, TicketFields]>([
  ['all that fits', deposit, whole, whole],
  ['nothing where nothing is known', deposit, {}, {}],
  ['what the form does not ask for is left out', 'other.complaint', whole, {}],
  [
    'an amount that is none is left out alone',
    deposit,
    { ...whole, amount: 'much' },
    { asset: 'BTC', network: 'bitcoin', txid },
  ],
  [
    'a network that is none is left out, what stands by itself stays',
    deposit,
    { asset: 'BTC', network: 'the moon' },
    { asset: 'BTC' },
  ],
  [
    'an id of another network is left out, in whatever order it is known',
    deposit,
    { txid, network: 'ethereum' },
    { network: 'ethereum' },
  ],
  ['empty is nothing', deposit, { asset: '  ' }, {}],
])('%s', (_, category, known, fits) => {
  expect(fieldsThatFit(shippedBook, category, known)).toEqual(fits);
});
