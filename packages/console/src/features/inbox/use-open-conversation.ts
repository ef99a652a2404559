import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { inboxSearch } from '../../shell/search-params.ts';

/**
 * Opens a conversation from any page. Who is in the inbox keeps the list beside it as it is; others get the list that is named, or else
 * their own conversations.
 */
export function useOpenConversation(): (conversationId: string, view?: string) => void {
  const navigate = useNavigate();
  const { view: current } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  return useCallback(
    (conversationId, view = 'mine') =>
      void navigate({
        to: '/inbox/$view/$conversationId',
        params: { view: current ?? view, conversationId },
        search: current ? inboxSearch(search) : {},
      }),
    [navigate, current, search],
  );
}
