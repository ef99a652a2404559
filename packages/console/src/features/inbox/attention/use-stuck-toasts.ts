import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useErrorText } from '../../../i18n/use-error-text.ts';
import { heldConversation } from '../../../live/conversation-queries.ts';
import { useToast } from '../../../ui/toast.tsx';
import { customerName } from '../../customers/customer-name.ts';
import { errorOf } from '../outbox/error-of.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { isStuck } from '../outbox/stuck.ts';
import { useOpenConversation } from '../use-open-conversation.ts';
import { useWatched } from '../use-watched.ts';

/**
 * Says that a message was not sent, and leads to it, while its thread is not on screen: the thread says so itself. Who leaves the thread
 * without deciding hears of it again.
 */
export function useStuckToasts(outgoing: readonly Outgoing[]): void {
  const t = useT();
  const toast = useToast();
  const errorText = useErrorText();
  const client = useQueryClient();
  const watched = useWatched();
  const open = useOpenConversation();
  const latest = useRef(open);
  const shown = useRef(new Set<string>());
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const { current } = shown;
    // Whoever signs in next has no part in them; another language shows them anew.
    return () => {
      for (const key of current) toast.close(key);
      current.clear();
    };
  }, [toast]);
  useEffect(() => {
    const due = outgoing.filter((item) => isStuck(item) && item.conversationId !== watched);
    for (const key of shown.current) {
      if (due.some((item) => item.key === key)) continue;
      shown.current.delete(key);
      toast.close(key);
    }
    for (const { key, kind, conversationId, error } of due) {
      if (shown.current.has(key)) continue;
      shown.current.add(key);
      const held = heldConversation(client, conversationId);
      const name = held ? customerName(t, held.customer) : t('inbox.author.customer');
      toast.show({
        id: key,
        title: t(kind === 'note' ? 'inbox.stuck.note' : 'inbox.stuck.reply', { name }),
        tone: 'danger',
        duration: 0,
        action: { label: t('inbox.alert.open'), run: () => latest.current(conversationId) },
        ...(error ? { description: errorText(errorOf(error)) } : {}),
      });
    }
  }, [outgoing, watched, toast, t, errorText, client]);
}
