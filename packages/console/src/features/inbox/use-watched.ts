import { useParams } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}

/** The conversation whose thread is before the agent's eyes; null on other pages, and while this page is out of sight. */
export function useWatched(): string | null {
  const { conversationId } = useParams({ strict: false });
  const visible = useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
  return visible ? (conversationId ?? null) : null;
}
