import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { steadyClock } from '../../testing/steady-clock.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { createTokenBucket } from './token-bucket.ts';

describe('allowance', () => {
  test('so many at once, then one whenever its share of the time has passed', () => {
    const clock = steadyClock();
    const bucket = createTokenBucket(clock, { burst: 4, perSecond: 4 });
    expect([1, 2, 3, 4, 5].map(() => bucket.take())).toEqual([0, 0, 0, 0, 250]);
    clock.pass(250);
    expect(bucket.take()).toBe(0);
    expect(bucket.take()).toBe(250);
  });

  test('the other side may ask for rest', () => {
    const clock = steadyClock();
    const bucket = createTokenBucket(clock, { burst: 4, perSecond: 4 });
    bucket.restUntil(new Date(clock.now().getTime() + 700));
    expect(bucket.take()).toBe(700);
    clock.pass(700);
    expect(bucket.take()).toBe(0);
  });

  test('is never exceeded, however the questions come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 }), (pauses) => {
        const clock = steadyClock();
        const begun = clock.now().getTime();
        const bucket = createTokenBucket(clock, { burst: 5, perSecond: 5 });
        let taken = 0;
        for (const pause of pauses) {
          clock.pass(pause);
          if (bucket.take() === 0) taken++;
          expect(taken).toBeLessThanOrEqual(5 + (clock.now().getTime() - begun) / 200);
        }
      }),
    );
  });
});

describe('breaker', () => {
  const fresh = () => {
    const clock = steadyClock();
    return { clock, breaker: createCircuitBreaker(clock, { failures: 3, restMilliseconds: 1_000 }) };
  };
  const fail = (breaker: ReturnType<typeof createCircuitBreaker>, times: number) => {
    for (let count = 0; count < times; count++) {
      expect(breaker.mayAsk()).toBe(true);
      breaker.failed();
    }
  };

  test('opens after failures in a row, not before, and a success begins the count anew', () => {
    const { breaker } = fresh();
    fail(breaker, 2);
    breaker.mayAsk();
    breaker.succeeded();
    fail(breaker, 2);
    expect(breaker.mayAsk()).toBe(true);
    breaker.failed();
    expect([breaker.mayAsk(), breaker.state()]).toEqual([false, 'open']);
  });

  test('lets one question through after its rest; that one decides', () => {
    const { clock, breaker } = fresh();
    fail(breaker, 3);
    clock.pass(999);
    expect(breaker.mayAsk()).toBe(false);
    clock.pass(1);
    expect(breaker.state()).toBe('half_open');
    expect([breaker.mayAsk(), breaker.mayAsk()]).toEqual([true, false]);
    breaker.failed();
    expect(breaker.mayAsk()).toBe(false);
    clock.pass(1_000);
    expect(breaker.mayAsk()).toBe(true);
    breaker.succeeded();
    expect([breaker.mayAsk(), breaker.mayAsk(), breaker.state()]).toEqual([true, true, 'closed']);
  });
});

describe('kept answers', () => {
  const keeping = { fresh: 100, whileAsking: 500, whenSilent: 10_000 };
  const fresh = () => {
    const clock = steadyClock();
    let asked = 0;
    let silent = false;
    const kept = createKeptAnswers(clock, 2);
    const ask = async () => {
      asked++;
      if (silent) throw new Error('silent');
      return asked;
    };
    return {
      clock,
      get: (key = 'a') => kept.get(key, keeping, ask),
      asked: () => asked,
      silence: (on: boolean) => {
        silent = on;
      },
    };
  };

  test('what is fresh is not asked for again, and whoever asks at once shares a question', async () => {
    const { clock, get, asked } = fresh();
    const [first, second] = await Promise.all([get(), get()]);
    expect([first.value, second.value, asked()]).toEqual([1, 1, 1]);
    clock.pass(99);
    expect(await get()).toEqual({ value: 1, asOf: first.asOf, stale: false });
    expect(asked()).toBe(1);
  });

  test('what is a little older is given at once, with its own moment, while a new one is fetched', async () => {
    const { clock, get } = fresh();
    const { asOf } = await get();
    clock.pass(200);
    expect(await get()).toEqual({ value: 1, asOf, stale: false });
    expect(await get()).toMatchObject({ value: 2 });
  });

  test('what is old is given as stale while there is silence, and not for ever', async () => {
    const { clock, get, silence } = fresh();
    const { asOf } = await get();
    silence(true);
    clock.pass(600);
    expect(await get()).toEqual({ value: 1, asOf, stale: true });
    clock.pass(10_000);
    await expect(get()).rejects.toThrow('silent');
    silence(false);
    expect(await get()).toMatchObject({ stale: false, asOf: clock.now() });
  });

  test('the one that was fetched longest ago makes room', async () => {
    const { get, asked } = fresh();
    for (const key of ['a', 'b', 'c']) await get(key);
    await get('c');
    expect(asked()).toBe(3);
    await get('a');
    expect(asked()).toBe(4);
  });
});
