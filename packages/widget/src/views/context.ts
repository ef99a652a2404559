import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Chat } from '../chat.ts';
import type { ChatState } from '../chat-state.ts';
import type { Settings } from '../settings.ts';
import { useStore } from '../store.ts';
import type { Texts } from '../text/texts.ts';

/** What every view can reach. */
export interface Surroundings {
  chat: Chat;
  settings: Settings;
  texts: Texts;
  close: () => void;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const found = useContext(SurroundingsContext);
  if (!found) throw new Error('a view outside of the widget');
  return found;
}

/** A part of the state, for a view. */
export function useChatState<T>(select: (state: ChatState) => T): T {
  return useStore(useSurroundings().chat.store, select);
}
