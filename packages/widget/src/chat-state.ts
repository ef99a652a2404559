import type { ChatSession, ErrorCode, Topic } from '@fairlead/contract';
import type { Catalogue } from '@fairlead/contract/format-message';
import { defaultLocale, type Locale } from '@fairlead/contract/locale';
import type { ChatConfig } from './session/api.ts';
import type { Refusal } from './session/refusal.ts';
import { emptyThreads, type ThreadState } from './thread/thread-state.ts';

/** What the panel shows: the overview, or a thread; the thread without an id is the one about to begin. */
export type View = { name: 'home' } | { name: 'thread'; id: string | null; topic: Topic | null };

/** Everything that the screens show. */
export interface ChatState {
  /** Asleep until there is a reason to ask the server anything. */
  phase: 'asleep' | 'loading' | 'ready' | 'failed';
  failure: Refusal | null;
  config: ChatConfig | null;
  customer: ChatSession['customer'] | null;
  talk: ThreadState;
  view: View;
  /** Counts what was opened. A new thread that gets its id stays the same visit: whoever writes in it goes on writing. */
  visit: number;
  /** The end of the thread is on screen. */
  atEnd: boolean;
  link: 'up' | 'connecting' | 'offline';
  /** Which agent is typing where. */
  typing: { conversationId: string; name: string | null } | null;
  /** Something to tell the customer gently; they may put it away. */
  notice: ErrorCode | null;
  panel: { open: boolean; full: boolean };
  locale: Locale;
  /** Empty until the language has loaded. */
  texts: Catalogue | null;
  sound: boolean;
}

export const initialState: ChatState = {
  phase: 'asleep',
  failure: null,
  config: null,
  customer: null,
  talk: emptyThreads,
  view: { name: 'home' },
  visit: 0,
  atEnd: true,
  link: 'connecting',
  typing: null,
  notice: null,
  panel: { open: false, full: false },
  locale: defaultLocale,
  texts: null,
  sound: false,
};
