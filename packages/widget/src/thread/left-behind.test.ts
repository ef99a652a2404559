import { describe, expect, it } from 'vitest';
import { pending } from '../testing/samples.ts';
import { leftBehind } from './left-behind.ts';

const keys = (items: ReturnType<typeof leftBehind>) => items.map(({ key }) => key);

describe('what a page that closes leaves behind', () => {
  it('is all that is not stored, in order, also what is under way', () => {
    const items = leftBehind([
      pending('a', { state: 'sending', conversationId: null, topic: 'trading' }),
      pending('b', { text: 'text of b' }),
    ]);
    expect(items).toEqual([
      { key: 'a', text: 'a', conversationId: null, topic: 'trading', attachmentIds: [] },
      { key: 'b', text: 'text of b', conversationId: 'k1', topic: null, attachmentIds: [] },
    ]);
  });

  it('is nothing that was refused', () => {
    expect(keys(leftBehind([pending('a', { state: 'failed' }), pending('b')]))).toEqual(['b']);
  });

  it('is what fits, and nothing past the first that does not', () => {
    const long = { text: '币'.repeat(8_000) };
    const all = [pending('a', long), pending('b', long), pending('c', long), pending('d')];
    expect(keys(leftBehind(all))).toEqual(['a', 'b']);
    const many = Array.from({ length: 25 }, (_, index) => pending(`k${index}`));
    expect(leftBehind(many)).toHaveLength(20);
  });
});
