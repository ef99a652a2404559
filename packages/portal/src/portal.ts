import { keepTrying } from '@fairlead/widget/live/keep-trying';
import { type Api, createApi } from '@fairlead/widget/session/api';
import type { Keep } from '@fairlead/widget/session/keep';
import { refusalOf } from '@fairlead/widget/session/refusal';
import type { Store } from '@fairlead/widget/store';
import { createNews, type News } from './live/news.ts';
import { createPortalLine } from './live/portal-line.ts';
import type { PortalState } from './portal-state.ts';
import { pathOf, type Route, routeOf } from './route.ts';
import { keepWayHere, takeIdentity, timeZone } from './session/arrival.ts';
import { createDrafts, type Drafts } from './session/drafts.ts';
import { createPortalApi, type PortalApi } from './session/portal-api.ts';
import { createSession } from './session/session.ts';

/** What the pages can do. */
export interface Portal {
  store: Store<PortalState>;
  api: PortalApi;
  /** What the chat's client can ask too: threads, files. */
  chat: Api;
  drafts: Drafts;
  news: News;
  /** What was loaded last, by what it is, so that going back shows it at once. */
  loaded: Map<string, unknown>;
  /** Goes to a page; with `instead` the one before is none to come back to. */
  go: (route: Route, instead?: 'instead') => void;
  /** Begins a session by a code that was sent. */
  signIn: (challenge: string, email: string, code: string) => Promise<void>;
  signOut: () => void;
  /** Begins anew after the server could not be reached. */
  retry: () => void;
}

export function createPortal(keep: Keep, store: Store<PortalState>): Portal {
  const session = createSession(keep);
  const drafts = createDrafts(keep, () => session.person()?.id);
  const news = createNews();
  const loaded = new Map<string, unknown>();
  let epoch = 0;
  const chat = createApi({ headers: session.headers, epoch: () => epoch, onInvalid: end });
  const api = createPortalApi(chat);
  const line = createPortalLine({
    session,
    ask: () => api.list({ limit: 1 }),
    onLink: (link) => store.set({ link }),
    onNews: news.tell,
    onRefused: end,
  });

  /** Whoever the session now says is here; or nobody. */
  function arrive() {
    epoch++;
    loaded.clear();
    line.stop();
    const person = session.person();
    store.set({ phase: person ? 'in' : 'out', person, failure: null });
    if (!person) return;
    store.set({ notice: null });
    line.start();
  }

  /** The server accepts the session no more. What was half written stays for when they are back. */
  function end() {
    if (store.get().phase !== 'in') return;
    session.leave();
    arrive();
    store.set({ notice: 'identity.session_invalid' });
  }

  async function identify(inbox: string, identity: string) {
    const browserKey = session.newKey();
    const { locale } = store.get();
    // Whoever was here before must not answer for somebody whose proof is refused.
    session.leave();
    try {
      session.begin(
        await chat.begin({ inbox, browserKey, identity, locale, timeZone: timeZone() }),
        browserKey,
      );
    } catch (error) {
      store.set({ notice: refusalOf(error).code });
    }
  }

  async function begin(identity: string | undefined) {
    store.set({ phase: 'loading', failure: null });
    try {
      const config = await keepTrying(api.config, () => navigator.onLine);
      store.set({ config });
      if (identity && config.inbox) await identify(config.inbox, identity);
      arrive();
    } catch (error) {
      store.set({ phase: 'failed', failure: refusalOf(error) });
    }
  }

  addEventListener('popstate', () => store.set({ route: routeOf(location) }));
  addEventListener('storage', () => session.reread() && arrive());
  keepWayHere();
  const handed = takeIdentity();
  // An exchange's page that opened this tab before hands over a new identity in the same one.
  addEventListener('hashchange', () => {
    keepWayHere();
    const identity = takeIdentity();
    if (identity) void begin(identity);
  });
  for (const wake of ['online', 'offline', 'focus'])
    addEventListener(wake, () => {
      if (!navigator.onLine) store.set({ link: 'offline' });
      line.poke();
    });
  void begin(handed);

  return {
    store,
    api,
    chat,
    drafts,
    news,
    loaded,
    go(route, instead) {
      const path = pathOf(route);
      if (instead) history.replaceState(null, '', path);
      else history.pushState(null, '', path);
      store.set({ route });
      scrollTo(0, 0);
    },
    async signIn(challenge, email, code) {
      const browserKey = session.newKey();
      const { locale } = store.get();
      session.begin(
        await api.signIn({ challenge, email, code, browserKey, locale, timeZone: timeZone() }),
        browserKey,
      );
      arrive();
    },
    signOut() {
      drafts.clear();
      session.leave();
      arrive();
      store.set({ notice: null, route: { at: 'tickets', state: 'active' } });
      history.replaceState(null, '', pathOf({ at: 'tickets', state: 'active' }));
    },
    retry: () => void begin(undefined),
  };
}
