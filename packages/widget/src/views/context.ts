import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Chat } from '../chat.ts';
import type { ChatState } from '../chat-state.ts';
import type { Settings } from '../settings.ts';
import { useStore } from '../store.ts';
import type { Texts } from '../text/texts.ts';

/** What a view needs that only shows something: such views the portal shows too. */
interface Reading {
  texts: Texts;
}

/** What every view of the widget can reach. */
export interface Surroundings extends Reading {
  chat: Chat;
  settings: Settings;
  close: () => void;
}

export const SurroundingsContext = createContext<Surroundings | Reading | null>(null);

export function useSurroundings(): Surroundings {
  const found = useContext(SurroundingsContext);
  if (!found || !('chat' in found)) throw new Error('a view outside of the widget');
  return found;
}

/** The texts alone, wherever the view stands. */
export function useTexts(): Texts {
  const found = useContext(SurroundingsContext);
  if (!found) throw new Error('a view without texts');
  return found.texts;
}

/** A part of the state, for a view. */
export function useChatState<T>(select: (state: ChatState) => T): T {
  return useStore(useSurroundings().chat.store, select);
}
