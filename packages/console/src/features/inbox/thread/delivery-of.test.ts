import type { Message } from '@fairlead/contract';
import { expect, it } from 'vitest';
import { sampleMessage } from '../../../live/samples.ts';
import { deliveryOf } from './delivery-of.ts';

const marks = { customerDeliveredSeq: 6, customerReadSeq: 4 };
const ours = (publicSeq: number | null, state: 'queued' | 'sent' | 'failed' = 'sent'): Partial<Message> => ({
  publicSeq,
  author: { type: 'agent', id: null, name: 'Lin' },
  delivery: { state, error: null },
});

it.each<[string, Partial<Message>, ReturnType<typeof deliveryOf>]>([
  ['read', ours(4), 'read'],
  ['delivered', ours(5), 'delivered'],
  ['sent', ours(7), 'sent'],
  ['still queued, whatever the marks', ours(3, 'queued'), 'queued'],
  ['failed, whatever the marks', ours(3, 'failed'), 'failed'],
  ['public, which everybody may have read', { ...ours(4), publicOn: 'x' }, 'sent'],
  ['a note', { ...ours(null), kind: 'note' }, null],
  ['the customer’s own', { publicSeq: 2 }, null],
])('%s', (_, message, expected) => {
  expect(deliveryOf(sampleMessage(9, message), marks)).toBe(expected);
});
