import { CallError, type ErrorCode, errorCatalogue } from '@fairlead/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewOutgoing, Outgoing } from './outgoing.ts';
import { SendQueue } from './send-queue.ts';

interface Sent {
  item: Outgoing;
  accept: () => Promise<void>;
  refuse: (code: ErrorCode, status?: number) => Promise<void>;
}

let stored: Outgoing[];
interface Left {
  texts: string[];
  keys: string[];
  /** The first so many were written, and the next was refused. */
  accept: (written?: number) => Promise<void>;
  refuse: (code: ErrorCode, status?: number) => Promise<void>;
}

let sent: Sent[];
let left: Left[];
let posted: string[];
let keys: number;
let queue: SendQueue<string>;

const settle = () => vi.advanceTimersByTimeAsync(0).then(() => {});

function open(): SendQueue<string> {
  const opened = new SendQueue<string>({
    storage: { load: () => stored, save: (items) => void (stored = [...items]) },
    newKey: () => `key-${++keys}`,
    onPosted: (item, answer) => posted.push(`${item.text}:${answer}`),
    postInOrder: (items) =>
      new Promise((resolve, reject) => {
        left.push({
          texts: items.map((item) => item.text),
          keys: items.map((item) => item.key),
          accept: (written = items.length) => {
            resolve(items.slice(0, written).map(() => 'ok'));
            return settle();
          },
          refuse: (code, status = errorCatalogue[code].status) => {
            reject(new CallError(code, { count: 1, seconds: 3 }, status));
            return settle();
          },
        });
      }),
    post: (item) =>
      new Promise((resolve, reject) => {
        sent.push({
          item,
          accept: () => {
            resolve('ok');
            return settle();
          },
          refuse: (code, status = errorCatalogue[code].status) => {
            reject(new CallError(code, { count: 1, seconds: 3 }, status));
            return settle();
          },
        });
      }),
  });
  opened.start();
  return opened;
}

const message = (text: string, with_: Partial<NewOutgoing> = {}): NewOutgoing => ({
  conversationId: 'a',
  kind: 'text',
  text,
  attachments: [],
  mentions: [],
  quickReplies: [],
  letter: null,
  offer: null,
  translation: null,
  macros: [],
  seenSeq: 4,
  ...with_,
});
const nth = (index: number): Sent => {
  const found = sent.at(index);
  if (!found) throw new Error('nothing was sent');
  return found;
};
const states = () => queue.items().map((item) => item.state);
const texts = () => sent.map(({ item }) => item.text);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  stored = [];
  sent = [];
  left = [];
  posted = [];
  keys = 0;
  queue = open();
});
afterEach(() => {
  queue.stop();
  vi.useRealTimers();
});

describe('holding', () => {
  it('sends after the hold, not before', () => {
    queue.add(message('one'), 5000);
    vi.advanceTimersByTime(4999);
    expect(sent).toHaveLength(0);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual(['one']);
  });

  it('gives an undone message back and never sends it', () => {
    const key = queue.add(message('one'), 5000);
    expect(queue.takeBack(key)?.text).toBe('one');
    vi.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(0);
    expect(stored).toEqual([]);
  });

  it('cannot take back what is going out', () => {
    const key = queue.add(message('one'), 0);
    expect(queue.takeBack(key)).toBeUndefined();
    expect(states()).toEqual(['sending']);
  });

  it('flushes one conversation and leaves the others held', () => {
    queue.add(message('one'), 5000);
    queue.add(message('other', { conversationId: 'b' }), 5000);
    queue.flush('a');
    expect(texts()).toEqual(['one']);
    expect(states()).toEqual(['sending', 'held']);
  });
});

describe('a page that closes', () => {
  const nthLeft = (index: number): Left => {
    const found = left.at(index);
    if (!found) throw new Error('nothing was left behind');
    return found;
  };

  it('leaves all that waits of each conversation, in order, in one request that outlives it', () => {
    queue.add(message('one'), 5000);
    queue.add(message('other', { conversationId: 'b' }), 5000);
    queue.add(message('two'), 5000);
    queue.add(message('three'), 5000);
    queue.leave();
    expect(left.map(({ texts }) => texts)).toEqual([['one', 'two', 'three'], ['other']]);
    expect(sent).toEqual([]);
    expect(stored).toHaveLength(4);
  });

  it('brings what is under way again, under the same key, so that nothing overtakes it', async () => {
    queue.add(message('one'), 0);
    queue.add(message('two'), 0);
    queue.leave();
    expect(left.map(({ texts, keys }) => [texts, keys])).toEqual([
      [
        ['one', 'two'],
        ['key-1', 'key-2'],
      ],
    ]);
    await nth(0).accept();
    await nthLeft(0).accept();
    expect(posted).toEqual(['one:ok', 'two:ok']);
    expect(queue.items()).toEqual([]);
    expect(texts()).toEqual(['one']);
  });

  it('keeps back what follows a message whose writer must decide', async () => {
    queue.add(message('one'), 0);
    await nth(0).refuse('conversation.moved_on');
    queue.add(message('two'), 0);
    queue.add(message('other', { conversationId: 'b' }), 5000);
    queue.leave();
    expect(left.map(({ texts }) => texts)).toEqual([['other']]);
  });

  it('leaves what fits into what browsers allow, and keeps the rest for the next visit', () => {
    // Three bytes each: 24 kB and what stands around them.
    const long = (name: string) => name + '币'.repeat(7_990);
    queue.add(message(long('one')), 5000);
    queue.add(message(long('two')), 5000);
    queue.add(message(long('three')), 5000);
    queue.add(message('four'), 5000);
    queue.add(message('short', { conversationId: 'b' }), 5000);
    queue.leave();
    expect(left.map((it) => it.texts.map((text) => text.replace(/币+/, '')))).toEqual([
      ['one', 'two'],
      ['short'],
    ]);
    expect(states()).toEqual(['sending', 'sending', 'waiting', 'waiting', 'sending']);
  });

  it('leaves no more than one request may bring', () => {
    for (let count = 1; count <= 25; count++) queue.add(message(`no. ${count}`), 5000);
    queue.leave();
    expect(nthLeft(0).texts).toHaveLength(20);
  });

  it('asks by itself about the one that was refused, where the page lives on', async () => {
    queue.add(message('one'), 5000);
    queue.add(message('two'), 5000);
    queue.add(message('three'), 5000);
    queue.leave();
    await nthLeft(0).accept(1);
    expect(posted).toEqual(['one:ok']);
    expect(texts()).toEqual(['two']);
    await nth(0).refuse('conversation.moved_on');
    expect(states()).toEqual(['moved_on', 'waiting']);
  });

  it('knows what was refused when that was the first, and tries again what nobody answered', async () => {
    queue.add(message('one'), 5000);
    queue.add(message('two'), 5000);
    queue.leave();
    await nthLeft(0).refuse('server.unavailable', 0);
    expect(states()).toEqual(['waiting', 'waiting']);
    vi.advanceTimersByTime(500);
    expect(texts()).toEqual(['one']);
    queue.leave();
    await nthLeft(1).refuse('conversation.closed');
    expect(states()).toEqual(['failed', 'waiting']);
  });
});

describe('signing out', () => {
  const settled = async (wait: Promise<void>) => {
    let done = false;
    void wait.then(() => (done = true));
    await vi.advanceTimersByTimeAsync(0);
    return done;
  };

  it('waits for what is held, and what comes after it', async () => {
    queue.add(message('one'), 5000);
    queue.add(message('two'), 5000);
    const wait = queue.settle(3000);
    expect(await settled(wait)).toBe(false);
    await nth(0).accept();
    expect(await settled(wait)).toBe(false);
    await nth(1).accept();
    expect(await settled(wait)).toBe(true);
  });

  it('does not wait for a message whose writer must decide', async () => {
    queue.add(message('one'), 0);
    await nth(0).refuse('conversation.moved_on');
    expect(await settled(queue.settle(3000))).toBe(true);
  });

  it('does not wait for ever', async () => {
    queue.add(message('one'), 0);
    const wait = queue.settle(3000);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await settled(wait)).toBe(true);
  });
});

describe('order', () => {
  it('sends one conversation’s messages one by one, and conversations beside each other', async () => {
    queue.add(message('one'), 0);
    queue.add(message('two'), 0);
    queue.add(message('other', { conversationId: 'b' }), 0);
    expect(texts()).toEqual(['one', 'other']);
    await nth(0).accept();
    expect(texts()).toEqual(['one', 'other', 'two']);
    expect(posted).toEqual(['one:ok']);
  });

  it('keeps the second behind a first that is held or was refused', async () => {
    queue.add(message('one'), 5000);
    queue.add(message('two'), 0);
    expect(sent).toHaveLength(0);
    vi.advanceTimersByTime(5000);
    await nth(0).refuse('conversation.closed');
    expect(texts()).toEqual(['one']);
    expect(states()).toEqual(['failed', 'waiting']);
  });
});

describe('failure', () => {
  it('tries again by itself under the same key while there is no answer', async () => {
    queue.add(message('one'), 0);
    await nth(0).refuse('server.unavailable', 0);
    expect(states()).toEqual(['waiting']);
    vi.advanceTimersByTime(500);
    expect(sent.map(({ item }) => item.key)).toEqual(['key-1', 'key-1']);
    await nth(1).accept();
    expect(queue.items()).toEqual([]);
  });

  it('tries at once when the network is back', async () => {
    queue.add(message('one'), 0);
    for (let round = 0; round < 8; round++) {
      await nth(-1).refuse('server.unavailable', 0);
      queue.wake();
    }
    expect(sent).toHaveLength(9);
  });

  it('gives up on a server that keeps failing, but not on one that cannot be reached', async () => {
    queue.add(message('one'), 0);
    for (let round = 0; round < 6; round++) {
      await nth(-1).refuse('server.unexpected');
      vi.advanceTimersByTime(30_000);
    }
    expect(states()).toEqual(['failed']);
    expect(sent).toHaveLength(6);
  });

  it('waits as long as the server asks', async () => {
    queue.add(message('one'), 0);
    await nth(0).refuse('request.rate_limited');
    vi.advanceTimersByTime(2999);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sent).toHaveLength(2);
  });

  it('keeps a refused message with its reason, and sends it again on demand under the same key', async () => {
    const key = queue.add(message('one'), 0);
    await nth(0).refuse('conversation.closed');
    expect(queue.items()[0]).toMatchObject({ state: 'failed', error: { code: 'conversation.closed' } });
    queue.retry(key);
    expect(nth(1).item.key).toBe(key);
  });
});

describe('a thread that has moved on', () => {
  beforeEach(async () => {
    queue.add(message('one'), 0);
    queue.add(message('two'), 0);
    await nth(0).refuse('conversation.moved_on');
  });

  it('stops and asks; nothing else goes out meanwhile', () => {
    expect(states()).toEqual(['moved_on', 'waiting']);
    vi.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
  });

  it('sends anyway, confirmed and under the same key', async () => {
    queue.confirm('key-1');
    expect(nth(1).item).toMatchObject({ key: 'key-1', confirmed: true, seenSeq: 4 });
    await nth(1).accept();
    expect(texts()).toEqual(['one', 'one', 'two']);
  });

  it('goes on with the next when the first is taken back', () => {
    queue.takeBack('key-1');
    expect(texts()).toEqual(['one', 'two']);
  });
});

describe('a reload', () => {
  it('sends what was held, waiting or under way, in order and under the same keys', async () => {
    queue.add(message('under way'), 0);
    queue.add(message('waiting'), 0);
    queue.add(message('held', { conversationId: 'b' }), 5000);
    queue.stop();
    sent = [];
    queue = open();
    expect(sent.map(({ item }) => item.key)).toEqual(['key-1', 'key-3']);
    await nth(0).accept();
    expect(texts()).toContain('waiting');
  });

  it('still asks about a message that the thread overtook', async () => {
    queue.add(message('one'), 0);
    await nth(0).refuse('conversation.moved_on');
    queue.stop();
    queue = open();
    expect(states()).toEqual(['moved_on']);
    expect(sent).toHaveLength(1);
  });
});
