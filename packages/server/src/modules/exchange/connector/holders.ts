import type { Dated } from './answer.ts';
import type { Decimal } from './decimal.ts';

/** A part of those who hold an asset. */
export interface HolderPage {
  /** Their UIDs. */
  readonly uids: readonly string[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
  /** How many hold it in all; null where the exchange does not say. */
  readonly total: number | null;
}

/**
 * Who holds what over all accounts, for telling them something. No customer and no agent asks: what is answered is matched with those who wish to be told,
 * and kept nowhere.
 */
export interface HolderFacts {
  /** Whether the exchange tells it at all; remembered for some minutes. */
  offered(): Promise<boolean>;
  /** Accounts that hold something, and at least so much, of an asset, in the order of their UIDs. Refused as `not_connected` where it is not offered. */
  page(asset: string, atLeast: Decimal, after: string | null): Promise<Dated<HolderPage>>;
}
