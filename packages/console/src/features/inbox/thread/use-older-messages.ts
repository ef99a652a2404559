import { useCallback, useEffect, useRef, useState } from 'react';
import { loadOlder } from '../../../live/conversation-queries.ts';

export interface OlderMessages {
  loading: boolean;
  error: unknown;
  load: () => void;
}

/** Loads the messages before those held while `wanted`: when the reader comes near the beginning. */
export function useOlderMessages(conversationId: string, wanted: boolean): OlderMessages {
  const [state, setState] = useState<{ loading: boolean; error: unknown }>({ loading: false, error: null });
  const busy = useRef(false);
  const load = useCallback(() => {
    if (busy.current) return;
    busy.current = true;
    setState({ loading: true, error: null });
    loadOlder(conversationId)
      .then(
        () => setState({ loading: false, error: null }),
        (error: unknown) => setState({ loading: false, error }),
      )
      .finally(() => {
        busy.current = false;
      });
  }, [conversationId]);
  const { loading, error } = state;
  useEffect(() => {
    // After a failure it is the reader who tries again.
    if (wanted && !loading && !error) load();
  }, [wanted, loading, error, load]);
  return { ...state, load };
}
