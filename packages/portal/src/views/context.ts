import { useStore } from '@fairlead/widget/store';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Portal } from '../portal.ts';
import type { PortalState } from '../portal-state.ts';
import type { Language } from '../text/language.ts';
import type { Speech } from '../text/speech.ts';

/** What every view can reach. */
interface Surroundings {
  portal: Portal;
  language: Language;
  speech: Speech;
}

export const PortalContext = createContext<Surroundings | null>(null);

function useSurroundings(): Surroundings {
  const found = useContext(PortalContext);
  if (!found) throw new Error('a view outside of the portal');
  return found;
}

export const usePortal = (): Portal => useSurroundings().portal;
export const useLanguage = (): Language => useSurroundings().language;
export const useSpeech = (): Speech => useSurroundings().speech;

/** A part of what every page shows. */
export function usePortalState<T>(select: (state: PortalState) => T): T {
  return useStore(usePortal().store, select);
}
