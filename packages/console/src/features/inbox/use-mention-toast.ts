import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useLive } from '../../live/live-provider.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { InboxAddress } from './use-inbox-address.ts';

/** Tells an agent that a colleague mentioned them, unless they are looking at it. */
export function useMentionToast({ conversationId, open }: InboxAddress): void {
  const t = useT();
  const toast = useToast();
  const { listen } = useLive();
  const here = useRef({ conversationId, open });
  useEffect(() => {
    here.current = { conversationId, open };
  });
  useEffect(
    () =>
      listen((event) => {
        if (event.type !== 'mentioned' || event.conversationId === here.current.conversationId) return;
        toast.show({
          id: event.messageId,
          title: t('inbox.mentioned', { name: event.by }),
          duration: 8_000,
          action: { label: t('inbox.mentioned.open'), run: () => here.current.open(event.conversationId) },
        });
      }),
    [listen, toast, t],
  );
}
