import { type Conversation, endpoints } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { call } from '../../../api.ts';
import { applyToCache } from '../../../live/event-to-cache.ts';
import { useCan, useMe } from '../../../session.tsx';

/** A glance in passing is not reading. */
const glance = 600;

/**
 * Says up to where the thread was read, once the newest message has been on screen for a moment. Only for one's own conversations:
 * a colleague who looks in has not read it for the customer.
 */
export function useReadMark(conversation: Conversation): (seq: number) => void {
  const client = useQueryClient();
  const can = useCan();
  const me = useMe().agent.id;
  const { id, assigneeId, accepted, agentReadSeq } = conversation;
  const reads = can('conversations.reply') && assigneeId === me && accepted;
  const said = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(
    (seq) => {
      if (!reads || seq <= Math.max(agentReadSeq, said.current)) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        said.current = seq;
        call(endpoints.conversations.read, { params: { id }, body: { seq } }).then(
          (changed) => applyToCache(client, me, { type: 'conversation.changed', conversation: changed }),
          () => {
            // Tried again with the next message, or the next time it is opened.
            said.current = 0;
          },
        );
      }, glance);
    },
    [reads, agentReadSeq, id, client, me],
  );
}
