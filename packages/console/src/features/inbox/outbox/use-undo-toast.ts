import { useEffect, useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useSendQueue } from './outbox.tsx';
import { useTakeBack } from './use-take-back.ts';

/**
 * Within the conversation a held reply carries its own Undo. Who leaves the conversation meanwhile gets it as a toast, for as long
 * as there is still something to undo.
 */
export function useUndoToast(conversationId: string): void {
  const t = useT();
  const toast = useToast();
  const queue = useSendQueue();
  const takeBack = useTakeBack();
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => {
      for (const item of queue?.items() ?? []) {
        if (item.conversationId !== conversationId || item.state !== 'held') continue;
        const left = item.sendAt - Date.now();
        if (left < 500) continue;
        toast.show({
          id: item.key,
          title: t('inbox.outgoing.leaving'),
          duration: left,
          action: { label: t('inbox.undo'), run: () => takeBack(item.key), undoes: true },
        });
      }
    };
  });
  useEffect(() => () => leave.current(), []);
}
