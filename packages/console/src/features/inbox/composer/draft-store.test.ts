import type { Attachment } from '@fairlead/contract';
import { maximumQuickReplies } from '@fairlead/contract';
import { beforeEach, expect, it } from 'vitest';
import { DraftStore, isEmpty, isSendable } from './draft-store.ts';

class MemoryStorage implements Storage {
  #map = new Map<string, string>();
  full = false;
  get length() {
    return this.#map.size;
  }
  clear = () => this.#map.clear();
  getItem = (key: string) => this.#map.get(key) ?? null;
  key = (index: number) => [...this.#map.keys()][index] ?? null;
  removeItem = (key: string) => void this.#map.delete(key);
  setItem = (key: string, value: string) => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.#map.set(key, value);
  };
}

const file: Attachment = {
  id: 'f1',
  name: 'a.png',
  type: 'image/png',
  size: 10,
  url: '/f1',
  previewUrl: null,
  width: null,
  height: null,
  sensitive: false,
};
let storage: MemoryStorage;
let drafts: DraftStore;
const reload = () => new DraftStore(storage, 'lin');

beforeEach(() => {
  storage = new MemoryStorage();
  drafts = reload();
});

it('survives a reload, per conversation and per tab', () => {
  drafts.write('a', 'text', { text: 'Dear Nguyen' }, 7);
  drafts.write('a', 'note', { text: 'ask @Mei' }, 8);
  drafts.choose('a', 'note');
  drafts.write('b', 'text', { text: 'other' }, 2);
  const again = reload();
  expect(again.get('a')).toMatchObject({
    kind: 'note',
    text: { text: 'Dear Nguyen', seenSeq: 7 },
    note: { text: 'ask @Mei', seenSeq: 8 },
  });
  expect(again.get('b').text.text).toBe('other');
  expect(again.has('c')).toBe(false);
});

it('remembers what was on screen when writing began, until everything is gone', () => {
  drafts.write('a', 'text', { text: 'D' }, 7);
  drafts.write('a', 'text', { text: 'De' }, 9);
  expect(drafts.get('a').text.seenSeq).toBe(7);
  drafts.write('a', 'text', { text: '' }, 9);
  expect(drafts.get('a').text.seenSeq).toBeNull();
  drafts.write('a', 'text', { text: 'H' }, 9);
  expect(drafts.get('a').text.seenSeq).toBe(9);
});

it('does not take a file for the beginning of a text', () => {
  drafts.write('a', 'text', { attachments: [file] }, 7);
  expect(drafts.get('a').text.seenSeq).toBeNull();
  drafts.write('a', 'text', { text: 'See the picture' }, 9);
  expect(drafts.get('a').text.seenSeq).toBe(9);
  drafts.write('a', 'text', { attachments: [file, file] }, null);
  expect(drafts.get('a').text.seenSeq).toBe(9);
  drafts.write('a', 'text', { text: '' }, 12);
  expect(drafts.get('a').text.seenSeq).toBeNull();
});

it('keeps answers to choose from, and knows that they alone cannot be sent', () => {
  drafts.write('a', 'text', { quickReplies: ['Yes', 'No'] }, 7);
  const { text } = reload().get('a');
  expect(text).toMatchObject({ quickReplies: ['Yes', 'No'], seenSeq: null });
  expect([isEmpty(text), isSendable(text)]).toEqual([false, false]);
});

it('reads a draft that was kept before there were answers to choose from', () => {
  const part = { text: 'old', mentions: [], attachments: [], seenSeq: 3 };
  const kept = { kind: 'text', text: part, note: part, savedAt: Date.now() };
  storage.setItem('fairlead.draft.lin.a', JSON.stringify(kept));
  expect(reload().get('a').text).toEqual({
    ...part,
    letter: null,
    offer: null,
    quickReplies: [],
    macros: [],
  });
});

it('takes a change of seenSeq for having read what arrived', () => {
  drafts.write('a', 'text', { text: 'D' }, 7);
  drafts.write('a', 'text', { seenSeq: 12 }, 12);
  expect(drafts.get('a').text.seenSeq).toBe(12);
});

it('leaves nothing behind once it is sent', () => {
  drafts.write('a', 'text', { text: 'sent' }, 1);
  drafts.clear('a', 'text');
  expect(storage.length).toBe(0);
  expect(drafts.has('a')).toBe(false);
});

it('clears one tab and keeps the other', () => {
  drafts.write('a', 'text', { text: 'sent' }, 1);
  drafts.write('a', 'note', { text: 'kept' }, 1);
  drafts.clear('a', 'text');
  expect(reload().get('a')).toMatchObject({ text: { text: '' }, note: { text: 'kept' } });
});

it('puts an undone message before what was written since, as of when it was written', () => {
  drafts.write('a', 'text', { text: 'second' }, 9);
  const mention = { id: 'mei', name: 'Mei' };
  const back = {
    text: 'first',
    mentions: [mention],
    attachments: [],
    quickReplies: ['Yes'],
    macros: [],
    letter: null,
    offer: null,
    seenSeq: 5,
  };
  drafts.putBack('a', 'text', back);
  expect(drafts.get('a').text).toEqual({ ...back, text: 'first\nsecond' });
});

it('puts answers back once each, and no more than a message may have', () => {
  drafts.write('a', 'text', { text: 'second', quickReplies: ['3', '4', '5', '6', '7'] }, 9);
  const back = {
    text: 'first',
    mentions: [],
    attachments: [],
    quickReplies: ['1', '2', '3'],
    macros: [],
    letter: null,
    offer: null,
    seenSeq: 5,
  };
  drafts.putBack('a', 'text', back);
  const { quickReplies } = drafts.get('a').text;
  expect(quickReplies).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(quickReplies).toHaveLength(maximumQuickReplies);
});

it('forgets which offer a text began as once the text is gone, and puts it back with an undone message', () => {
  const offer = { id: 'o1', said: null };
  drafts.write('a', 'text', { text: 'Open the wallet', offer }, 1);
  drafts.write('a', 'text', { text: 'Open your wallet' }, 1);
  const part = drafts.get('a').text;
  expect(part.offer).toEqual(offer);
  drafts.write('a', 'text', { text: '' }, 1);
  expect(drafts.get('a').text.offer).toBeNull();
  drafts.putBack('a', 'text', part);
  expect(reload().get('a').text.offer).toEqual(offer);
});

it('keeps agents of one browser apart', () => {
  drafts.write('a', 'text', { text: 'mine' }, 1);
  expect(new DraftStore(storage, 'mei').has('a')).toBe(false);
});

it('forgets what is two weeks old, and what cannot be read', () => {
  drafts.write('a', 'text', { text: 'old' }, 1);
  storage.setItem('fairlead.draft.lin.b', '{');
  const later = new DraftStore(storage, 'lin', Date.now() + 15 * 24 * 3_600_000);
  expect(later.has('a')).toBe(false);
  expect(later.has('b')).toBe(false);
  expect(storage.length).toBe(0);
});

it('goes on in this page when the storage is full', () => {
  storage.full = true;
  drafts.write('a', 'text', { text: 'kept here' }, 1);
  expect(drafts.get('a').text.text).toBe('kept here');
});
