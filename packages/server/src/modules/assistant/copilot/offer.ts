import type { CopilotFate, CopilotKind, Locale, MessageSource } from '@fairlead/contract';

/** Something that the copilot offers, before it is kept. */
export interface NewOffer {
  readonly kind: CopilotKind;
  /** Names it among those of its kind. */
  readonly what: string;
  readonly locale: Locale;
  /** Of what may be sent: its words. */
  readonly said?: string | undefined;
  readonly sources?: readonly MessageSource[];
}

/** Whose it is, and what it answers. */
export interface OfferPlace {
  readonly conversationId: string;
  readonly agentId: string;
  /** Of the customer's last message. */
  readonly seq: number;
}

/** An offer as it is kept. */
export interface OfferRecord {
  readonly id: string;
  readonly kind: CopilotKind;
  readonly what: string;
  readonly said: string | null;
  readonly fate: CopilotFate | null;
}
