import type { Conversation } from '@fairlead/contract';
import { useEffect, useRef } from 'react';
import { useMe } from '../../../session.tsx';

/** Opening a conversation that was offered accepts it. */
export function useAcceptOffer(conversation: Conversation, take: () => Promise<boolean>): void {
  const me = useMe().agent.id;
  const { id, version, state, assigneeId, accepted } = conversation;
  const offered = assigneeId === me && !accepted && state === 'assigned';
  const asked = useRef('');
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const offer = `${id} ${version}`;
    // A refusal is not asked again before something has changed.
    if (!offered || asked.current === offer) return;
    asked.current = offer;
    void latest.current();
  }, [offered, id, version]);
}
