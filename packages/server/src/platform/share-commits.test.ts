import { describe, expect, test } from 'vitest';
import { shareCommits } from './share-commits.ts';

/** A writer whose commits last until they are let go, and what each of them held. */
function slowWriter(outcomeOf: (item: string) => string | Error = (item) => `${item} done`) {
  const commits: string[][] = [];
  const open: Array<() => void> = [];
  const ask = shareCommits<string, string>(
    async (items, settle) => {
      commits.push([...items]);
      await new Promise<void>((go) => open.push(go));
      if (items.includes('poison')) throw new Error('refused by the database');
      for (const [index, item] of items.entries()) settle(index, outcomeOf(item));
    },
    (item) => item.charAt(0),
  );
  const letGo = () => {
    for (const go of open.splice(0)) go();
  };
  return { ask, commits, letGo };
}

/** Lets commits go one after another until all have been answered. */
async function untilDone<T>(all: ReadonlyArray<Promise<T>>, letGo: () => void) {
  const asked = { settled: false };
  const results = Promise.allSettled(all).finally(() => {
    asked.settled = true;
  });
  while (!asked.settled) {
    letGo();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return (await results).map((it) => (it.status === 'fulfilled' ? it.value : String(it.reason)));
}

describe('what many ask for at once', () => {
  test('shares the commit after those under way, and each hears of its own', async () => {
    const { ask, commits, letGo } = slowWriter();
    const answers = await untilDone(['a', 'b', 'c', 'd', 'e'].map(ask), letGo);
    expect(commits).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
    expect(answers).toEqual(['a done', 'b done', 'c done', 'd done', 'e done']);
  });

  test('never is in two commits with the same key, nor overtakes', async () => {
    const { ask, commits, letGo } = slowWriter();
    await untilDone(['a1', 'a2', 'b1', 'a3', 'b2'].map(ask), letGo);
    expect(commits[0]).toEqual(['a1']);
    expect(commits[1]).toEqual(['b1']);
    expect(
      commits
        .slice(2)
        .flat()
        .filter((it) => it.startsWith('a')),
    ).toEqual(['a2', 'a3']);
  });

  test('is refused each for itself', async () => {
    const { ask, letGo } = slowWriter((item) => (item === 'c' ? new Error('no') : item));
    expect(await untilDone(['a', 'b', 'c', 'd'].map(ask), letGo)).toEqual(['a', 'b', 'Error: no', 'd']);
  });

  test('is tried alone when the commit fails, so that one takes no other with it', async () => {
    const { ask, commits, letGo } = slowWriter();
    const answers = await untilDone(['a', 'b', 'c', 'poison', 'd'].map(ask), letGo);
    expect(answers).toEqual(['a done', 'b done', 'c done', 'Error: refused by the database', 'd done']);
    expect(commits.slice(2)).toEqual([['c', 'poison', 'd'], ['c'], ['poison'], ['d']]);
  });
});
