import { useCallback, useEffect, useRef } from 'react';
import { useLive } from '../../../live/live-provider.tsx';

/** How often typing is said again while it goes on. */
const repeat = 3_000;
/** A pause this long is no longer typing. */
const silence = 4_000;

/** Tells the customer that a reply is being written. Call `typed` with every change, `stopped` when it is sent. */
export function useTyping(conversationId: string): { typed: () => void; stopped: () => void } {
  const { say } = useLive();
  const lastSaid = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const stopped = useCallback(() => {
    clearTimeout(timer.current);
    if (lastSaid.current === 0) return;
    lastSaid.current = 0;
    say({ t: 'typing', conversationId, on: false });
  }, [say, conversationId]);
  const typed = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(stopped, silence);
    if (Date.now() - lastSaid.current < repeat) return;
    lastSaid.current = Date.now();
    say({ t: 'typing', conversationId, on: true });
  }, [say, conversationId, stopped]);
  useEffect(() => stopped, [stopped]);
  return { typed, stopped };
}
