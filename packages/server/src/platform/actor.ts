import type { Permission, Role } from '@fairlead/contract';

/** An agent: signed in, or by an API token that acts for them. */
export interface AgentActor {
  readonly type: 'agent';
  readonly id: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  /** By an API token, the token's id. */
  readonly sessionId: string;
  /** A program acts for them, with what its token permits. */
  readonly byToken?: true;
  /** They must set up a second factor before they may do anything else. */
  readonly mustSetUpTwoFactor: boolean;
}

/** A customer with a chat session: a visitor, or verified by the exchange. */
export interface CustomerActor {
  readonly type: 'customer';
  readonly id: string;
  readonly verified: boolean;
  readonly inboxId: string;
  /** What they are known by, where they came with a token: when it ends, and which key vouched for them (none for a visitor). */
  readonly session?: { readonly endsAt: Date; readonly vouchedBy: string | null };
}

/** The product itself: a job, a rule, routing. `name` says which. */
export interface SystemActor {
  readonly type: 'system';
  readonly name: string;
}

/** Whoever does something. */
export type Actor = AgentActor | CustomerActor | SystemActor;

/** Whoever knocks: an actor, or nobody known. */
export type Caller = AgentActor | CustomerActor | { readonly type: 'nobody' };

export const nobody: Caller = { type: 'nobody' };

/** The product acting by itself. */
export function system(name: string): SystemActor {
  return { type: 'system', name };
}
