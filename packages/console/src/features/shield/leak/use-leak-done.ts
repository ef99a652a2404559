import { useQueryClient } from '@tanstack/react-query';
import { compromisesKey } from '../shield-queries.ts';

/** Has what is done about the leaks of a conversation looked at again. */
export function useLeakDone(conversationId: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: compromisesKey(conversationId) });
}
