export const verificationStates = ['none', 'pending', 'approved', 'rejected', 'expired'] as const;

/** How far a customer is verified, and why not. */
export interface Verification {
  readonly state: (typeof verificationStates)[number] | 'under_review';
  /** 0 to 3: nothing, name, document and face, address and source of funds. Null where the exchange does not say. */
  readonly level: number | null;
  readonly reasons: ReadonlyArray<VerificationReason>;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
}

export const verificationReasons = [
  'document_blurred',
  'document_expired',
  'document_unsupported',
  'name_differs',
  'face_differs',
  'address_not_proven',
  'underage',
  'region_not_served',
  'already_used',
] as const;
/** `other` is one that we have no word for. */
type VerificationReason = (typeof verificationReasons)[number] | 'other';

export const restrictionKinds = ['sign_in', 'withdrawals', 'deposits', 'trading', 'peer_trading'] as const;
export const restrictionReasons = [
  'wrong_passwords',
  'security_change',
  'risk_review',
  'payment_dispute',
  'customer_request',
  'second_factor_lost',
  'court_order',
] as const;

/** Something that the customer cannot do for now. */
interface Restriction {
  readonly kind: (typeof restrictionKinds)[number] | 'other';
  readonly reason: (typeof restrictionReasons)[number] | 'other';
  readonly since: Date;
  /** Null: until somebody lifts it. */
  readonly until: Date | null;
}

/** What a customer's account may do. */
export interface Standing {
  /** Everything is stopped, since then. */
  readonly frozenAt: Date | null;
  /** When the account was opened; null where the exchange does not say. */
  readonly openedAt: Date | null;
  readonly restrictions: readonly Restriction[];
  readonly secondFactor: 'set' | 'missing' | 'reset_requested' | 'under_review';
}

export const securityChangeKinds = [
  'password_changed',
  'email_changed',
  'phone_changed',
  'second_factor_set',
  'second_factor_removed',
  'second_factor_reset',
  'unlocked',
] as const;

/** Something that protects the account was changed; withdrawals rest for a while after it. */
export interface SecurityChange {
  readonly kind: (typeof securityChangeKinds)[number] | 'other';
  readonly at: Date;
  /** When withdrawals go on, if they rest for this; null if not. */
  readonly withdrawalsFrom: Date | null;
}

/** Why an account is frozen, and by whose hands: what the exchange keeps of it. */
export interface FreezeOrder {
  readonly reason: 'stolen_account' | 'customer_request' | 'suspected_fraud';
  /** Names this deed: sent again it is the same one. */
  readonly key: string;
  /** An agent, by their id here; `customer` where the customer did it themselves. */
  readonly requestedBy: string;
  /** The agent who agreed, where two were needed. */
  readonly approvedBy: string | null;
}
