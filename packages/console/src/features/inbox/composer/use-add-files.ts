import { CallError, maximumAttachments } from '@fairlead/contract';
import { useCallback } from 'react';
import { useToast } from '../../../ui/toast.tsx';
import type { MessageKind } from './draft-store.ts';
import { useDrafts, useTray } from './writing.tsx';

/** Begins to upload files for what is being written; refuses more than one message may carry. */
export function useAddFiles(conversationId: string, kind: MessageKind): (files: readonly File[]) => void {
  const drafts = useDrafts();
  const { tray } = useTray();
  const toast = useToast();
  return useCallback(
    (files) => {
      const own = tray.items().filter((item) => item.conversationId === conversationId && item.kind === kind);
      const room = maximumAttachments - drafts.get(conversationId)[kind].attachments.length - own.length;
      // An empty file has nothing to send.
      const whole = files.filter((file) => file.size > 0);
      if (whole.length > room)
        toast.error(new CallError('file.too_many', { maximum: maximumAttachments }, 422));
      for (const file of whole.slice(0, room)) tray.add(conversationId, kind, file);
    },
    [conversationId, kind, drafts, tray, toast],
  );
}
