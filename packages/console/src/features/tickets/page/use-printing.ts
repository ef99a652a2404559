import type { TicketDetail } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { conversationKeys, loadOlder } from '../../../live/conversation-queries.ts';
import type { ThreadState } from '../../../live/thread-state.ts';
import { commentsQuery, timelineQuery } from '../../../live/ticket-queries.ts';
import { useToast } from '../../../ui/toast.tsx';
import { sideMessagesQuery, sidesQuery } from '../side/side-queries.ts';

/** Pages of a time line that go on paper: thousands of entries. */
const mostPages = 100;

/** Puts the sheet on the page while the printer looks; asked for here, all that stands on it is fetched first. */
export function usePrinting({ id, conversationId }: TicketDetail) {
  const client = useQueryClient();
  const toast = useToast();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const loadThread = async () => {
    if (!conversationId) return;
    const held = () => client.getQueryData<ThreadState>(conversationKeys.thread(conversationId));
    while (held()?.reachedStart === false) await loadOlder(conversationId);
  };
  const loadSides = async () => {
    const sides = await client.fetchQuery(sidesQuery(id));
    await Promise.all(sides.map((side) => client.fetchQuery(sideMessagesQuery(id, side.id))));
  };
  const print = async () => {
    try {
      await Promise.all([
        loadThread(),
        loadSides(),
        client.fetchQuery(commentsQuery(id)),
        client.fetchInfiniteQuery({ ...timelineQuery(id), pages: mostPages }),
      ]);
      window.print();
    } catch (error) {
      toast.error(error);
    }
  };
  return { printing, print: () => void print() };
}
