import type { ChatSession, ResponseOf } from '@fairlead/contract';
import type { portalEndpoints } from '@fairlead/contract/portal';
import type { Keep } from '@fairlead/widget/session/keep';
import { secret } from '@fairlead/widget/session/secret';

/** Who is signed in. */
export interface Person {
  id: string;
  name: string | null;
  email: string | null;
  /** The exchange vouches for them; otherwise they have proven an e-mail address. */
  verified: boolean;
}

interface Kept {
  token: string;
  browserKey: string;
  person: Person;
}

/** Who this browser speaks for, also after a reload. */
export interface Session {
  /** Says who calls; empty while nobody is signed in. */
  headers: () => Record<string, string>;
  token: () => string;
  browserKey: () => string;
  person: () => Person | null;
  /** A secret of this browser for a session that is about to begin. */
  newKey: () => string;
  /** Begins with what the server gave for that secret. */
  begin: (begun: ChatSession | ResponseOf<(typeof portalEndpoints)['signIn']>, browserKey: string) => Person;
  leave: () => void;
  /** Another tab may have begun or ended it; answers whether somebody else is here now. */
  reread: () => boolean;
}

export function createSession(keep: Keep): Session {
  let kept = keep.get('session') as Kept | undefined;
  return {
    headers: () =>
      kept ? { authorization: `Bearer ${kept.token}`, 'x-fairlead-browser': kept.browserKey } : {},
    token: () => kept?.token ?? '',
    browserKey: () => kept?.browserKey ?? '',
    person: () => kept?.person ?? null,
    newKey: () => secret(32),
    begin({ token, customer }, browserKey) {
      const { id, email } = customer;
      const known = 'verified' in customer ? customer : { name: null, verified: false };
      const person = { id, email, name: known.name, verified: known.verified };
      kept = { token, browserKey, person };
      keep.set('session', kept);
      return person;
    },
    leave() {
      kept = undefined;
      keep.remove('session');
    },
    reread() {
      const other = keep.get('session') as Kept | undefined;
      const changed = other?.token !== kept?.token;
      kept = other;
      return changed;
    },
  };
}
