/** A code by which a customer ties a chat to their account, as it is kept. */
export interface BindingCode {
  readonly inboxId: string;
  readonly customerId: string;
  readonly expiresAt: Date;
  /** The chat that it came from, and that is asked; null until it has come. */
  readonly askedAddress: string | null;
  /** `void`: it was written where everybody reads it. Null while it is open. */
  readonly outcome: 'bound' | 'refused' | 'void' | null;
  /** Messages that were about it, as the platform calls them. */
  readonly seen: readonly string[];
}
