import type { CustomerConversation, CustomerMessage, ServerFrame } from '@fairlead/contract';
import { Refusal } from '../session/refusal.ts';
import type { Acknowledgement } from '../thread/sender.ts';

/** The word that somebody stopped typing may be lost with a socket. */
const typingLasts = 10_000;

/** Hands what the socket says to those whom it concerns. */
export function createFrameReader(on: {
  onAnswer: (ref: string, answer: Acknowledgement | Refusal) => void;
  onMessage: (message: CustomerMessage, conversation: CustomerConversation) => void;
  onConversation: (conversation: CustomerConversation) => void;
  onTyping: (typing: { conversationId: string; name: string | null } | null) => void;
  onResync: () => void;
}): (frame: ServerFrame) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function readEvent(event: (ServerFrame & { t: 'event' })['event']) {
    // What agents hear has the same names but never comes to a customer's socket.
    if (
      event.type === 'message.posted' &&
      !('publicSeq' in event.message) &&
      !('inboxId' in event.conversation)
    ) {
      on.onMessage(event.message, event.conversation);
    } else if (event.type === 'conversation.changed' && !('inboxId' in event.conversation)) {
      on.onConversation(event.conversation);
    } else if (event.type === 'agent.typing') {
      clearTimeout(timer);
      const { conversationId, name } = event;
      on.onTyping(event.on ? { conversationId, name } : null);
      timer = setTimeout(() => on.onTyping(null), typingLasts);
    }
  }

  return (frame) => {
    if (frame.t === 'event') readEvent(frame.event);
    else if (frame.t === 'ack') on.onAnswer(frame.ref, frame);
    else if (frame.t === 'refused' && frame.ref) {
      on.onAnswer(frame.ref, new Refusal(frame.error.code, frame.error.params));
    } else if (frame.t === 'resync') on.onResync();
  };
}
