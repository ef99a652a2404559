import type { ClientFrame, ServerFrame } from '@fairlead/contract';
import type { ChatState } from './chat-state.ts';
import { createLiveLine } from './live/live-line.ts';
import { livePath } from './live/live-path.ts';
import { createPoller } from './live/poller.ts';
import type { Session } from './session/session.ts';
import type { Store } from './store.ts';

/** The widget's connection: the socket, and asking over HTTP while there is none. */
export interface ChatLink {
  start: () => void;
  stop: () => void;
  say: (frame: ClientFrame) => boolean;
  /** Ask anew, because something else is looked at. */
  refocus: () => void;
  poke: () => void;
}

/** Openings that may fail before the widget asks over HTTP instead. */
const patience = 2;

export function createChatLink(on: {
  store: Store<ChatState>;
  session: Session;
  onFrame: (frame: ServerFrame) => void;
  /** The server is reached again: what was missed must be fetched, what waits can be sent. */
  onReached: () => void;
  ask: (signal: AbortSignal) => Promise<void>;
  onRefused: () => void;
}): ChatLink {
  const { store, session } = on;
  const down = () => store.set({ link: navigator.onLine ? 'connecting' : 'offline' });
  let polling = false;

  const poller = createPoller(on.ask, (reached) => {
    if (!reached) return down();
    if (store.get().link !== 'up') on.onReached();
    store.set({ link: 'up' });
  });
  const poll = (wanted: boolean) => {
    polling = wanted;
    if (wanted) poller.start();
    else poller.stop();
  };
  const line = createLiveLine({
    open: () => new WebSocket(`${location.origin.replace('http', 'ws')}${livePath}`),
    hello: () => ({ t: 'hello', token: session.token() ?? '', browserKey: session.browserKey() }),
    onUp() {
      poll(false);
      store.set({ link: 'up' });
      on.onReached();
    },
    onDown(failures) {
      if (!polling) down();
      if (failures >= patience) poll(true);
    },
    onFrame: on.onFrame,
    onRefused: on.onRefused,
  });
  return {
    start: line.start,
    stop() {
      line.stop();
      poll(false);
    },
    say: line.say,
    refocus() {
      if (!polling) return;
      poll(false);
      poll(true);
    },
    poke: line.poke,
  };
}
