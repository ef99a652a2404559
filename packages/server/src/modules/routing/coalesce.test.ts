import { expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';

/** A run that ends when the test says so. */
function controlled() {
  const runs: Array<PromiseWithResolvers<void>> = [];
  const ask = coalesce(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  return { runs, ask };
}
const tick = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

it('shares one run among those who ask at once', async () => {
  const { runs, ask } = controlled();
  const all = [ask(), ask(), ask()];
  await tick();
  expect(runs).toHaveLength(1);
  runs[0]?.resolve();
  await Promise.all(all);
});

it('runs once more for all who asked while it ran, and only after it ended', async () => {
  const { runs, ask } = controlled();
  const first = ask();
  await tick();
  const later = [ask(), ask()];
  await tick();
  expect(runs).toHaveLength(1);
  runs[0]?.resolve();
  await first;
  await tick();
  expect(runs).toHaveLength(2);
  runs[1]?.resolve();
  await Promise.all(later);
  await tick();
  expect(runs).toHaveLength(2);
});

it('tells those who asked of a failure, and runs again for the next', async () => {
  const { runs, ask } = controlled();
  const first = ask();
  await tick();
  const second = ask();
  runs[0]?.reject(new Error('database gone'));
  await expect(first).rejects.toThrow('database gone');
  await tick();
  runs[1]?.resolve();
  await expect(second).resolves.toBeUndefined();
});
