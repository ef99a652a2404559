import { type Channel, fillPlaceholders, maximumMessageLength } from '@fairlead/contract';
import type { RefObject } from 'react';
import type { TranslatedReply } from '../../translation/reply-preview.tsx';
import { useInboxPreference } from '../inbox-preferences.ts';
import { useSendQueue } from '../outbox/outbox.tsx';
import { isSendable, type MessageKind } from './draft-store.ts';
import type { ReplyLetter } from './use-reply-letter.ts';
import { useDraft, useDrafts, useTray } from './writing.tsx';

/** How long a reply can be undone. */
const undoWindow = 5_000;

/** Whether what is written can be sent, and sending it. A reply is held for a moment in which it can be undone. */
export function useSubmit(
  conversationId: string,
  kind: MessageKind,
  seenSeq: RefObject<number>,
  letter: ReplyLetter,
  /** Where everybody is going to read it, if the agent chose that. */
  publicOn: Channel | null,
) {
  const queue = useSendQueue();
  const drafts = useDrafts();
  const part = useDraft(conversationId)[kind];
  const { items } = useTray();
  const [undoSend] = useInboxPreference('undoSend');
  const uploading = items.some((item) => item.conversationId === conversationId && item.kind === kind);
  const text = part.text.trim();
  const excess = text.length - maximumMessageLength;
  // What a macro left open would reach the customer as it is written.
  const open = kind === 'text' ? fillPlaceholders(part.text, {}).empty : [];
  const ready =
    Boolean(queue) && isSendable(part) && !uploading && excess <= 0 && open.length === 0 && letter.ready;

  /** Sends what is written, or its translation; answers whether it did. */
  const submit = (translated: TranslatedReply | null = null): boolean => {
    if (!ready || !queue) return false;
    const { attachments, quickReplies, macros, offer } = part;
    // A name that was deleted again mentions nobody.
    const mentions = part.mentions.filter(({ name }) => text.includes(`@${name}`));
    const hold = kind === 'text' && undoSend === 'on' ? undoWindow : 0;
    const seen = part.seenSeq ?? seenSeq.current;
    const made = {
      attachments,
      mentions,
      quickReplies: translated?.quickReplies ?? quickReplies,
      macros,
      offer,
    };
    const rest = { ...made, letter: letter.copies, publicOn, seenSeq: seen };
    const translation = translated && {
      id: translated.id,
      confirmed: translated.confirmed,
      source: text,
      replies: quickReplies,
    };
    queue.add({ conversationId, kind, text: translated?.text ?? text, translation, ...rest }, hold);
    drafts.clear(conversationId, kind);
    return true;
  };
  return { ready, uploading, excess, open, submit };
}
