/** What the exchange knows of an account at a moment, in the words of its API. */
export interface Account {
  readonly deposits: readonly TransferLine[];
  readonly withdrawals: readonly TransferLine[];
  readonly addresses: readonly AddressLine[];
  readonly orders: readonly OrderLine[];
  readonly accounts: ReadonlyArray<{ id: number; type: string; subtype: string; state: 'working' | 'lock' }>;
  readonly arrivals: readonly ArrivalLine[];
  readonly verification: Verification;
  readonly standing: Standing;
  readonly securityChanges: ReadonlyArray<{ kind: string; at: string; withdrawalsFrom: string | null }>;
  readonly peerOrders: readonly PeerOrderLine[];
}

export interface TransferLine {
  readonly id: number;
  readonly type: 'deposit' | 'withdraw';
  readonly currency: string;
  readonly chain: string;
  readonly 'tx-hash': string;
  readonly amount: number;
  readonly address: string;
  readonly 'address-tag': string;
  readonly fee: number;
  readonly state: string;
  readonly 'error-code'?: string;
  readonly 'error-msg'?: string;
  readonly confirmations?: number;
  readonly 'created-at': number;
  readonly 'updated-at': number;
}

interface AddressLine {
  readonly currency: string;
  readonly chain: string;
  readonly address: string;
  readonly addressTag: string;
}

export interface OrderLine {
  readonly id: number;
  readonly symbol: string;
  readonly type: string;
  readonly price: string;
  readonly amount: string;
  readonly 'field-amount': string;
  readonly 'field-cash-amount': string;
  readonly 'field-fees': string;
  readonly state: string;
  readonly source: string;
  readonly 'created-at': number;
  readonly 'finished-at': number;
  readonly 'canceled-at': number;
}

export interface ArrivalLine {
  readonly txid: string;
  readonly asset: string;
  readonly network: string;
  readonly amount: string;
  readonly address: string;
  readonly memo: string | null;
  readonly confirmations: number;
  readonly at: string;
  readonly of: 'customer' | 'somebody_else' | 'nobody';
  readonly problem: string | null;
}

interface Verification {
  readonly state: string;
  readonly level: number;
  readonly reasons: readonly string[];
  readonly submittedAt: string | null;
  readonly decidedAt: string | null;
}

interface Standing {
  readonly frozenAt: string | null;
  readonly openedAt?: string;
  readonly restrictions: ReadonlyArray<{ kind: string; reason: string; since: string; until: string | null }>;
  readonly secondFactor: string;
}

interface PeerOrderLine {
  readonly id: string;
  readonly side: 'buy' | 'sell';
  readonly asset: string;
  readonly amount: string;
  readonly currency: string;
  readonly total: string;
  readonly state: string;
  readonly createdAt: string;
  readonly payBy: string | null;
  readonly paidAt: string | null;
  readonly releaseBy: string | null;
  readonly appeal: { openedAt: string; by: string } | null;
}
