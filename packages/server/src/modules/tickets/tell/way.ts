import type { Channel, TellingKind, TellTrouble } from '@fairlead/contract';
import type { PlaceInChat } from '../../conversations/index.ts';

/** How the customer of a ticket chose to be told of it. */
export type Choice = (
  | { readonly by: 'email'; readonly address: string }
  /** In the chat at an inbox that was connected to their account at `boundAt`; what is connected there later is another one. */
  | { readonly by: 'chat'; readonly inboxId: string; readonly channel: Channel; readonly boundAt: Date }
  | { readonly by: 'live_chat' }
) & {
  /** Null for what was chosen before that was kept, and for what is usual. */
  readonly chosenAt: Date | null;
};

/** A chat that is connected to somebody's account. */
export interface Bound {
  readonly inboxId: string;
  /** Who they are on the platform. */
  readonly address: string;
  readonly boundAt: Date;
}

/** How they are told now. */
export type Way =
  | { readonly by: 'email'; readonly address: string }
  | ({ readonly by: 'chat'; readonly channel: Channel } & Bound)
  | { readonly by: 'live_chat' };

/** How an occasion was told of. */
export interface Told {
  /** Null of before that was kept. */
  readonly kind: TellingKind | null;
  readonly way: 'email' | 'chat' | 'nothing';
  /** Of the chat that it was told in, or that could not be reached; `chat` of the live chat. */
  readonly channel: Channel | null;
  /** Why it was not told in the chat that was chosen. */
  readonly trouble: TellTrouble | null;
  /** The platform's words. */
  readonly reason: string | null;
  /** Where it stands in the live chat. */
  readonly place: PlaceInChat | null;
}
