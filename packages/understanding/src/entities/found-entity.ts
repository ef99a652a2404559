import type { Chain } from '@fairlead/chains';
import type { EntityKind, Network } from '@fairlead/contract';

/** What is found in a message: what a ticket's form asks for, and what the assistant needs besides. */
export type FoundKind =
  | EntityKind
  | 'asset'
  | 'network'
  | 'uid'
  | 'date'
  | 'p2p'
  | 'phone'
  | 'link'
  | 'email';

export interface FoundEntity {
  readonly kind: FoundKind;
  /** As it was written: what stands from `start` to `end`, in UTF-16 units. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /**
   * In one form, or null where that would be a guess: an amount as decimal text, an asset by its code, a network by its short name (`tron`,
   * `avalanche`), a date as `2026-11-26`, a phone number and an e-mail address without blanks, a link whole (its `text` ends where an id in it begins).
   */
  readonly value: string | null;
  /** Of an amount, by its code. */
  readonly asset: string | null;
  /** Of a network that forms know, and of an address whose checksum no other network has. */
  readonly network: Network | null;
  /** On which a TXID or an address may be, by its form. */
  readonly chains: readonly Chain[];
  /** Of an address: whether its checksum holds or does not; null for one that has none. */
  readonly checksum: 'holds' | 'fails' | null;
}

/** Where something stands in the text that was looked through, and what it is. */
export interface Spot {
  readonly kind: FoundKind;
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
  readonly network?: Network | null;
}
