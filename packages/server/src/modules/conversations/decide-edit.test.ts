import { expect, test } from 'vitest';
import { decideEdit, type Earlier } from './decide-edit.ts';

const at = (second: number) => new Date(1_790_000_000_000 + second * 1000);
const earlier = (more: Partial<Earlier> = {}): Earlier => ({ text: '0.5 BTC', writtenAt: null, ...more });
const now = (more: object = {}) => ({ text: '0.05 BTC', writtenAt: at(5), hasNewFiles: false, ...more });

test.each([
  ['another text', earlier(), now(), 'changed'],
  ['the text that stands there', earlier(), now({ text: '0.5 BTC' }), 'same'],
  ['the same text with another picture', earlier(), now({ text: '0.5 BTC', hasNewFiles: true }), 'changed'],
  ['a text that was written later', earlier({ writtenAt: at(4) }), now(), 'changed'],
  ['a text of the same second', earlier({ writtenAt: at(5) }), now(), 'changed'],
  ['a text that was written earlier', earlier({ writtenAt: at(6) }), now(), 'old'],
  ['the same text, earlier', earlier({ writtenAt: at(6) }), now({ text: '0.5 BTC' }), 'old'],
  ['a text without a time', earlier({ writtenAt: at(6) }), now({ writtenAt: null }), 'changed'],
  ['nothing any more', earlier(), now({ text: '' }), 'changed'],
])('%s', (_, before, after, wanted) => {
  expect(decideEdit(before, after)).toBe(wanted);
});
