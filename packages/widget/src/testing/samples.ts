import type { CustomerConversation, CustomerMessage } from '@fairlead/contract';
import type { Pending } from '../thread/pending.ts';

const at = '2026-03-01T10:00:00.000Z';

export const conversation = (change: Partial<CustomerConversation> = {}): CustomerConversation => ({
  id: 'k1',
  number: 1042,
  version: 1,
  state: 'queued',
  topic: null,
  agent: null,
  expectedMinutes: null,
  lastSeq: 0,
  preview: null,
  agentReadSeq: 0,
  deliveredSeq: 0,
  readSeq: 0,
  previousConversationId: null,
  createdAt: at,
  lastActivityAt: at,
  closedAt: null,
  ...change,
});

export const message = (seq: number, change: Partial<CustomerMessage> = {}): CustomerMessage => ({
  id: `m${seq}`,
  conversationId: 'k1',
  seq,
  kind: 'text',
  author: { type: 'agent', id: 'a1', name: 'Lin' },
  text: `text ${seq}`,
  system: null,
  attachments: [],
  quickReplies: [],
  translatedFrom: null,
  publicOn: null,
  sources: [],
  createdAt: at,
  delivery: { state: 'sent' },
  ...change,
});

export const own = (seq: number, text: string): CustomerMessage =>
  message(seq, { text, author: { type: 'customer', id: 'c1', name: null } });

export const pending = (key: string, change: Partial<Pending> = {}): Pending => ({
  key,
  conversationId: 'k1',
  topic: null,
  text: key,
  attachments: [],
  createdAt: at,
  afterSeq: 0,
  state: 'waiting',
  error: null,
  echoId: null,
  ...change,
});

/** A browser's storage that holds at most so many entries. */
export function memoryStorage(most = Number.POSITIVE_INFINITY) {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem: (name: string) => entries.get(name) ?? null,
    setItem(name: string, value: string) {
      if (!entries.has(name) && entries.size >= most) throw new Error('full');
      entries.set(name, value);
    },
    removeItem: (name: string) => void entries.delete(name),
  };
}
