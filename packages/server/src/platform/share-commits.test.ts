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

/** Until what was asked in this turn of the event loop is under way. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Asks for one, whose commit is then under way, and for the others while it is. */
async function askBehind(ask: (item: string) => Promise<string>, first: string, others: readonly string[]) {
  const begun = ask(first);
  await turn();
  return [begun, ...others.map(ask)];
}

describe('what many ask for at once', () => {
  test('goes together where it is asked in one turn, and each hears of its own', async () => {
    const { ask, commits, letGo } = slowWriter();
    const answers = await untilDone(['a', 'b', 'c'].map(ask), letGo);
    expect(commits).toEqual([['a', 'b', 'c']]);
    expect(answers).toEqual(['a done', 'b done', 'c done']);
  });

  test('shares the commit after the one under way', async () => {
    const { ask, commits, letGo } = slowWriter();
    const answers = await untilDone(await askBehind(ask, 'a', ['b', 'c', 'd', 'e']), letGo);
    expect(commits).toEqual([['a'], ['b', 'c', 'd', 'e']]);
    expect(answers).toEqual(['a done', 'b done', 'c done', 'd done', 'e done']);
  });

  test('has a commit of its own beside the one under way where it is many, and never a third', async () => {
    const { ask, commits, letGo } = slowWriter();
    const many = Array.from({ length: 16 }, (_, index) => `${String.fromCharCode(98 + index)}1`);
    const asked = await askBehind(ask, 'a', many);
    await turn();
    expect(commits).toEqual([['a'], many]);
    const more = many.map((it) => ask(it.toUpperCase()));
    await turn();
    expect(commits).toHaveLength(2);
    await untilDone([...asked, ...more], letGo);
    expect(commits).toHaveLength(3);
  });

  test('does not wait for one that takes long', async () => {
    const { ask, commits, letGo } = slowWriter();
    const asked = await askBehind(ask, 'a', ['b', 'c']);
    await expect.poll(() => commits).toEqual([['a'], ['b', 'c']]);
    await untilDone(asked, letGo);
  });

  test('never is in two commits with the same key, nor overtakes', async () => {
    const { ask, commits, letGo } = slowWriter();
    const asked = await askBehind(ask, 'a1', ['a2', 'b1', 'a3', 'b2']);
    await expect.poll(() => commits).toEqual([['a1'], ['b1', 'b2']]);
    await untilDone(asked, letGo);
    expect(commits.slice(2)).toEqual([['a2', 'a3']]);
  });

  test('is refused each for itself', async () => {
    const { ask, letGo } = slowWriter((item) => (item === 'c' ? new Error('no') : item));
    expect(await untilDone(['a', 'b', 'c', 'd'].map(ask), letGo)).toEqual(['a', 'b', 'Error: no', 'd']);
  });

  test('is tried alone when the commit fails, so that one takes no other with it', async () => {
    const { ask, commits, letGo } = slowWriter();
    const answers = await untilDone(['a', 'b', 'poison', 'd'].map(ask), letGo);
    expect(answers).toEqual(['a done', 'b done', 'Error: refused by the database', 'd done']);
    expect(commits).toEqual([['a', 'b', 'poison', 'd'], ['a'], ['b'], ['poison'], ['d']]);
  });
});
