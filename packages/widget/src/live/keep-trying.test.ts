import { describe, expect, it } from 'vitest';
import { Refusal } from '../session/refusal.ts';
import { keepTrying } from './keep-trying.ts';

/** Work that fails so before it is done, wanted until so many pauses were made. */
function setUp(failures: unknown[], patience = 100) {
  const pauses: number[] = [];
  const work = async () => {
    const failure = failures.shift();
    if (failure) throw failure;
    return 'done';
  };
  const wait = async (milliseconds: number) => void pauses.push(milliseconds);
  return { result: keepTrying(work, () => pauses.length < patience, wait), pauses };
}
const passing = new Refusal('server.unavailable');
const lasting = new Refusal('conversation.not_found');

describe('what is tried again', () => {
  it('comes to its result, however often it failed on the way', async () => {
    const { result, pauses } = setUp([passing, new TypeError('no network'), passing]);
    expect(await result).toBe('done');
    expect(pauses).toHaveLength(3);
    expect(pauses[2]).toBeGreaterThanOrEqual(1000);
  });

  it('fails at once for a reason that does not pass', async () => {
    const { result, pauses } = setUp([lasting]);
    await expect(result).rejects.toBe(lasting);
    expect(pauses).toEqual([]);
  });

  it.each([0, 1, 3])('fails when nobody wants it any more, after %i pauses', async (patience) => {
    const { result, pauses } = setUp([passing, passing, passing, passing], patience);
    await expect(result).rejects.toBe(passing);
    expect(pauses).toHaveLength(patience);
  });
});
