import type { ExplorerChain } from '../../../platform/config/read-explorers.ts';
import type { Dated } from '../connector/answer.ts';
import type { Decimal } from '../connector/decimal.ts';

/** What a block explorer says of a transaction. An explorer is a witness and no bookkeeper: whose an address is, it does not know. */
export interface ChainTransaction {
  readonly chain: ExplorerChain;
  readonly txid: string;
  /** `waiting` is sent out and in no block yet; `reverted` is in a block and was not carried out. */
  readonly state: 'waiting' | 'succeeded' | 'reverted';
  /** Blocks since, with its own; 0 while it waits. */
  readonly confirmations: number;
  /** When its block was made; null while it waits. */
  readonly at: Date | null;
  readonly transfers: readonly ChainTransfer[];
  /** All of its transfers are there: only then is an address that is missing among them not of it. */
  readonly complete: boolean;
}

export interface ChainTransfer {
  readonly to: string;
  /** As the explorer names it, in capitals. Anybody can call a token so. */
  readonly asset: string;
  readonly amount: Decimal;
  /** An output or the transfer itself, a token's, or one that a contract made. */
  readonly kind: 'plain' | 'token' | 'internal';
  /** Memo or tag, null for none; missing where the explorer does not say, or the chain has no such thing. */
  readonly memo?: string | null;
}

/** What one explorer said; `found` is null where it did not answer, or has no such transaction. */
export interface ChainAnswer {
  readonly chain: ExplorerChain;
  /** The explorer's host. */
  readonly source: string;
  readonly state: 'found' | 'not_found' | 'silent';
  readonly found: ChainTransaction | null;
  /** When it said so, or when it was asked in vain. */
  readonly asOf: Date;
  readonly stale: boolean;
}

/** What became of a TXID on all the chains that it could be of by its form and that have an explorer. */
export interface ChainFinding {
  readonly answers: readonly ChainAnswer[];
}

/** Facts of the chains themselves, asked where the exchange's own record has nothing. */
export interface ChainExplorer {
  /**
   * Asks all explorers at once, for seconds at most. Throws `ExchangeRefusal`: `not_connected` where no explorer knows such a TXID's chains,
   * `unavailable` where none of them answers.
   */
  find(txid: string): Promise<Dated<ChainFinding>>;
}

/** Speaks one explorer's API about one chain. */
export interface ExplorerAdapter {
  /** Null where there is no such transaction. Throws `ServiceSilence`. */
  transaction(txid: string): Promise<ChainTransaction | null>;
}
