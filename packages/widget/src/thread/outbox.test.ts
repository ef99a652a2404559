import { describe, expect, it } from 'vitest';
import { createKeep } from '../session/keep.ts';
import { memoryStorage, pending } from '../testing/samples.ts';
import { createOutbox } from './outbox.ts';

const early = '2026-03-01T10:00:00.000Z';
const late = '2026-03-01T10:00:01.000Z';

describe('the outbox', () => {
  it('gives back in the order of writing what was not acknowledged, ready to be sent again', () => {
    const storage = memoryStorage();
    const before = createOutbox(createKeep('s.', storage));
    before.save('me', pending('second', { createdAt: late, state: 'sending', echoId: 'm9' }));
    before.save('me', pending('first', { createdAt: early }));
    before.save('me', pending('stored', { createdAt: early }));
    before.drop('stored');

    const after = createOutbox(createKeep('s.', storage)).restore('me');
    expect(after.map(({ key, state, echoId }) => [key, state, echoId])).toEqual([
      ['first', 'waiting', null],
      ['second', 'waiting', null],
    ]);
  });

  it('does not try again by itself what was refused', () => {
    const outbox = createOutbox(createKeep('s.', memoryStorage()));
    const error = { code: 'file.not_found', params: {} } as const;
    outbox.save('me', pending('refused', { state: 'failed', error }));
    expect(outbox.restore('me')).toMatchObject([{ state: 'failed', error }]);
  });

  it('never sends as one customer what another wrote', () => {
    const keep = createKeep('s.', memoryStorage());
    const outbox = createOutbox(keep);
    outbox.save('alice', pending('secret'));
    expect(outbox.restore('bob')).toEqual([]);
    expect(outbox.restore('alice')).toEqual([]);
  });

  it('goes with a visitor who turns out to be a known customer', () => {
    const outbox = createOutbox(createKeep('s.', memoryStorage()));
    outbox.save('visitor', pending('hello'));
    outbox.adopt('visitor', 'customer');
    expect(outbox.restore('customer')).toMatchObject([{ key: 'hello' }]);
  });

  it('does not overwrite what another tab keeps', () => {
    const storage = memoryStorage();
    const [one, two] = [createOutbox(createKeep('s.', storage)), createOutbox(createKeep('s.', storage))];
    one.save('me', pending('a', { createdAt: early }));
    two.save('me', pending('b', { createdAt: late }));
    one.drop('a');
    expect(one.restore('me')).toMatchObject([{ key: 'b' }]);
  });

  it.each([
    ['forbids storage', undefined],
    ['has no room left', memoryStorage(0)],
  ])('works within the page where the browser %s', (_, storage) => {
    const outbox = createOutbox(createKeep('s.', storage));
    outbox.save('me', pending('a'));
    expect(outbox.restore('me')).toMatchObject([{ key: 'a' }]);
    outbox.drop('a');
    expect(outbox.restore('me')).toEqual([]);
  });
});
