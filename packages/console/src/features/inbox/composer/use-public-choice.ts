import type { Channel, Conversation, Message } from '@fairlead/contract';
import { useState } from 'react';
import { usePrivateLink } from './private-link-query.ts';

/** Where the next reply of a private chat goes that is answered in public as well. */
export interface PublicChoice {
  /** The platform on which it may be answered in public; null: the chat has no such place. */
  readonly possible: Channel | null;
  /** The same, where that is chosen. */
  readonly publicOn: Channel | null;
  readonly choose: (publicly: boolean) => void;
}

/** Into the chat, unless one chooses otherwise, for one reply and one conversation at a time. */
export function usePublicChoice(conversation: Conversation, messages: readonly Message[]): PublicChoice {
  const { id } = conversation;
  const { link } = usePrivateLink(conversation, messages);
  const [chosenFor, setChosenFor] = useState<string | null>(null);
  const possible = link?.from?.goesOnHere ? link.from.channel : null;
  return {
    possible,
    publicOn: chosenFor === id ? possible : null,
    choose: (publicly) => setChosenFor(publicly ? id : null),
  };
}
