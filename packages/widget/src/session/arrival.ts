import type { ChatSession } from '@fairlead/contract';
import { backoff } from '../live/backoff.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { Session } from './session.ts';

/** How a browser comes to have a session, and to lose it. What was asked last is what counts. */
export interface Arrival {
  /** Begins, or renews what the server no longer accepts. */
  begin: () => void;
  /** Says who the customer is, or with null that they have signed out. */
  identify: (identity: string | null) => void;
}

interface Circumstances {
  session: Session;
  /** Whatever else must be there before a session is of use. */
  prepare: () => Promise<void>;
  onBeginning: () => void;
  /** There is a session; `visitor` is whose it was before, if a visitor's turned out to be a known customer's. */
  onBegun: (session: ChatSession, visitor: string | undefined) => void;
  /** Nothing came of it. It is tried again by itself when the reason passes. */
  onFailed: (refusal: Refusal) => void;
  /** The customer is a visitor, though somebody said otherwise. */
  onUnproven: (refusal: Pick<Refusal, 'code'>) => void;
  onLeft: () => void;
}

export function createArrival(on: Circumstances): Arrival {
  const { session } = on;
  let latest = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** An identity that has not come to a result yet. */
  let wish: string | undefined;

  async function begin(): Promise<void> {
    const mine = ++latest;
    const identity = wish;
    clearTimeout(timer);
    on.onBeginning();
    const before = session.customerId();
    const wasVerified = session.verified();
    try {
      const [begun] = await Promise.all([session.begin(identity), on.prepare()]);
      if (mine !== latest) return;
      wish = undefined;
      failures = 0;
      const { verified } = begun.session.customer;
      on.onBegun(begun.session, verified && !wasVerified ? before : undefined);
      if (begun.refused && (identity || wasVerified)) on.onUnproven(begun.refused);
      else if (wasVerified && !verified) on.onUnproven({ code: 'identity.session_invalid' });
    } catch (error) {
      if (mine !== latest) return;
      const refusal = refusalOf(error);
      on.onFailed(refusal);
      if (refusal.passing) timer = setTimeout(begin, backoff(++failures + 2));
    }
  }

  return {
    begin: () => void begin(),
    identify(identity) {
      // A visitor who is not signed in stays the same visitor.
      if (identity === null && !session.verified() && wish === undefined) return;
      wish = identity ?? undefined;
      if (identity !== null) return void begin();
      // A beginning that is still under way must not sign them in again.
      latest++;
      clearTimeout(timer);
      session.leave();
      on.onLeft();
    },
  };
}
