import { describe, expect, it } from 'vitest';
import { Refusal } from '../session/refusal.ts';
import { conversation, message } from '../testing/samples.ts';
import { createCatchUp } from './catch-up.ts';
import { emptyThreads, reduceThreads, type ThreadAction } from './thread-state.ts';

/** A server that stores so many messages, and answers stretches as the contract says. */
function setUp(count: number, readSeq: number) {
  const asked: string[] = [];
  /** Whether the next questions meet no server. */
  const down: boolean[] = [];
  let state = emptyThreads;
  const stored = Array.from({ length: count }, (_, index) => message(index + 1));
  const preview = { text: 'text', mine: false };
  const current = () =>
    conversation({ version: stored.length + 1, lastSeq: stored.length, readSeq, preview });
  const dispatch = (action: ThreadAction) => {
    state = reduceThreads(state, action);
  };
  const api = {
    list: async () => ({ items: [current()] }),
    async messages(_id: string, query: Record<string, unknown>) {
      asked.push(JSON.stringify(query));
      if (down.shift()) throw new Refusal('server.unavailable');
      const { after, before, limit } = query as { after?: number; before?: number; limit: number };
      const items =
        after !== undefined
          ? stored.filter(({ seq }) => seq > after).slice(0, limit)
          : stored.filter(({ seq }) => before === undefined || seq < before).slice(-limit);
      return { items, conversation: current() };
    },
  };
  const seqs = () => state.threads['k1']?.messages.map(({ seq }) => seq) ?? [];
  const catchUp = createCatchUp(
    api,
    () => state,
    dispatch,
    async () => undefined,
  );
  return { catchUp, dispatch, stored, asked, down, seqs };
}
const always = () => true;
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('catching up', () => {
  it('fetches nothing of what is read and not looked at', async () => {
    const { catchUp, asked } = setUp(10, 10);
    await catchUp.all();
    expect(asked).toEqual([]);
  });

  it('fetches what is unread, so that it can be counted', async () => {
    const { catchUp, seqs } = setUp(80, 77);
    await catchUp.all();
    expect(seqs()).toEqual(upTo(31, 80));
  });

  it('fetches everything after what it has, however much was missed', async () => {
    const { catchUp, stored, asked, seqs } = setUp(3, 0);
    await catchUp.thread('k1');
    await catchUp.all();
    for (let seq = 4; seq <= 450; seq++) stored.push(message(seq));
    asked.length = 0;
    await catchUp.all();
    expect(seqs()).toEqual(upTo(1, 450));
    expect(asked.map((it) => JSON.parse(it).after)).toEqual([3, 203, 403]);
  });

  it('asks once for what is wanted twice at the same time', async () => {
    const { catchUp, asked } = setUp(80, 77);
    await Promise.all([catchUp.all(), catchUp.all()]);
    expect(asked).toHaveLength(1);
  });

  it('loads what is older until there is no more', async () => {
    const { catchUp, asked, seqs } = setUp(120, 110);
    await catchUp.all();
    expect(seqs()[0]).toBe(71);
    await catchUp.older('k1', always);
    await catchUp.older('k1', always);
    expect(seqs()).toEqual(upTo(1, 120));
    const before = asked.length;
    await catchUp.older('k1', always);
    expect(asked).toHaveLength(before);
  });

  it('fetches again what was looked at while the server was away', async () => {
    const { catchUp, dispatch, down, seqs } = setUp(5, 5);
    dispatch({ type: 'listed', conversations: [conversation({ lastSeq: 5, readSeq: 5 })] });
    down.push(true);
    await expect(catchUp.thread('k1')).rejects.toMatchObject({ code: 'server.unavailable' });
    expect(seqs()).toEqual([]);
    await catchUp.all();
    expect(seqs()).toEqual(upTo(1, 5));
  });

  it('tries again to load what is older, while somebody waits for it', async () => {
    const { catchUp, down, seqs } = setUp(120, 110);
    await catchUp.all();
    down.push(true, true);
    await catchUp.older('k1', always);
    expect(seqs()).toEqual(upTo(21, 120));
    down.push(true);
    await expect(catchUp.older('k1', () => false)).rejects.toMatchObject({ code: 'server.unavailable' });
    expect(seqs()).toEqual(upTo(21, 120));
  });
});
