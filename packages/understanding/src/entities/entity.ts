import type { EntityKind, Network } from '@fairlead/contract';

/** Something in a text that a ticket's form asks for. */
export interface Entity {
  readonly kind: EntityKind;
  /** As it was written. */
  readonly text: string;
  /** As a form takes it; null where that would be a guess, or an address is mistyped. */
  readonly value: string | null;
  /** Of an amount. */
  readonly asset: string | null;
  /** Of an address whose checksum no other network has. */
  readonly network: Network | null;
  readonly mistyped: boolean;
}

/** An entity of which nothing is known but its kind and its words. */
export const plain = (kind: EntityKind, text: string, value: string | null = text): Entity => ({
  kind,
  text,
  value,
  asset: null,
  network: null,
  mistyped: false,
});

/** An entity, and where it begins in the text that was looked through. */
export interface Spotted {
  readonly entity: Entity;
  readonly start: number;
}
