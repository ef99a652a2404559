import { useCallback } from 'react';
import { useDrafts } from '../composer/writing.tsx';
import { useSendQueue } from './outbox.tsx';

/** Takes a message out of the outbox and puts it back into its draft; answers whether it was still there. */
export function useTakeBack(): (key: string) => boolean {
  const queue = useSendQueue();
  const drafts = useDrafts();
  return useCallback(
    (key) => {
      const item = queue?.takeBack(key);
      if (!item) return false;
      const { conversationId, kind, mentions, attachments, translation } = item;
      // The agent goes on from their own words.
      const text = translation?.source ?? item.text;
      const quickReplies = translation?.replies ?? item.quickReplies;
      const { macros, letter, offer, seenSeq } = item;
      const part = { text, mentions, attachments, quickReplies, macros, letter, offer, seenSeq };
      drafts.putBack(conversationId, kind, part);
      return true;
    },
    [queue, drafts],
  );
}
