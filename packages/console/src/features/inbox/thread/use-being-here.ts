import { useEffect } from 'react';
import { useLive } from '../../../live/live-provider.tsx';

/** Tells colleagues that one looks at a thread, and whether one is writing. */
export function useBeingHere(conversationId: string, replying: boolean): void {
  const { view } = useLive();
  useEffect(() => view(conversationId, replying), [view, conversationId, replying]);
  useEffect(() => () => view(null, false), [view]);
}
