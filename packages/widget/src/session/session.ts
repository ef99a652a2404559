import type { ChatSession } from '@fairlead/contract';
import type { Locale } from '@fairlead/contract/locale';
import type { HostPage } from '../embed/messages.ts';
import type { Api } from './api.ts';
import type { Keep } from './keep.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { secret } from './secret.ts';

/** What is kept between visits. */
interface Kept {
  token: string;
  customerId: string;
  verified: boolean;
}

interface Circumstances {
  inbox: string;
  keep: Keep;
  api: Pick<Api, 'begin'>;
  locale: () => Locale;
  page: () => HostPage | undefined;
}

/** Who this browser speaks for. Only one beginning is under way at a time. */
export interface Session {
  /** Says who calls; empty before there is a session. */
  headers: () => Record<string, string>;
  token: () => string | undefined;
  browserKey: () => string;
  customerId: () => string | undefined;
  /** A session was kept from an earlier visit, so there may be news. */
  known: () => boolean;
  verified: () => boolean;
  /** Begins or renews. With an identity that is refused it goes on as a visitor and says why in `refused`. */
  begin(identity?: string): Promise<{ session: ChatSession; refused?: Refusal }>;
  /** Forgets who it was, also who is about to be: the next beginning is a fresh visitor's. */
  leave: () => void;
  /** Another tab of this browser may have renewed or changed it; answers whether it is somebody else now. */
  reread: () => boolean;
}

export function createSession({ inbox, keep, api, locale, page }: Circumstances): Session {
  let browserKey = keep.get('browser') as string | undefined;
  let kept = keep.get('session') as Kept | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function key(): string {
    if (!browserKey) {
      browserKey = secret(32);
      keep.set('browser', browserKey);
    }
    return browserKey;
  }

  function forget() {
    kept = browserKey = undefined;
    keep.remove('session');
    keep.remove('browser');
  }

  async function ask(identity: string | undefined): Promise<ChatSession> {
    const where = page();
    const session = await api.begin({
      inbox,
      browserKey: key(),
      locale: locale(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(kept && { token: kept.token }),
      ...(identity && { identity }),
      ...(where && { page: where }),
    });
    kept = { token: session.token, customerId: session.customer.id, verified: session.customer.verified };
    keep.set('session', kept);
    return session;
  }

  async function begin(identity?: string): Promise<{ session: ChatSession; refused?: Refusal }> {
    try {
      return { session: await ask(identity) };
    } catch (error) {
      const refused = refusalOf(error);
      if (!refused.code.startsWith('identity.')) throw refused;
      // Whoever was proven before must not answer for somebody whose proof is refused.
      if (kept?.verified || !identity) forget();
      return { session: await ask(undefined), refused };
    }
  }

  return {
    headers: () => (kept ? { authorization: `Bearer ${kept.token}`, 'x-fairlead-browser': key() } : {}),
    token: () => kept?.token,
    browserKey: key,
    customerId: () => kept?.customerId,
    known: () => kept !== undefined,
    verified: () => kept?.verified === true,
    begin(identity) {
      const next = turn.then(() => begin(identity));
      turn = next.catch(() => undefined);
      return next;
    },
    leave() {
      forget();
      turn = turn.then(forget);
    },
    reread() {
      const other = keep.get('session') as Kept | undefined;
      const changed = other?.customerId !== kept?.customerId;
      browserKey = keep.get('browser') as string | undefined;
      kept = other;
      return changed;
    },
  };
}
