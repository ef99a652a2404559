import type { ServerFrame } from '@fairlead/contract';
import { createLiveLine } from '@fairlead/widget/live/live-line';
import { livePath } from '@fairlead/widget/live/live-path';
import { createPoller } from '@fairlead/widget/live/poller';
import type { Session } from '../session/session.ts';
import type { Subject } from './news.ts';

/** The portal's connection: the socket, and looking again every so often while there is none. */
export interface PortalLine {
  start: () => void;
  stop: () => void;
  poke: () => void;
}

/** Openings that may fail before the portal looks by itself instead, and how often (ms) it does. */
const patience = 2;
const lookEvery = 15_000;

export function createPortalLine(on: {
  session: Session;
  /** Asks the server anything; throws when it is not reached. */
  ask: () => Promise<unknown>;
  onLink: (link: 'up' | 'connecting' | 'offline') => void;
  onNews: (subject: Subject) => void;
  onRefused: () => void;
}): PortalLine {
  const { session, onNews } = on;
  const down = () => on.onLink(navigator.onLine ? 'connecting' : 'offline');
  let polling = false;

  const poller = createPoller(
    async (signal) => {
      await on.ask();
      on.onLink('up');
      onNews(null);
      await rest(signal);
    },
    (reached) => reached || down(),
  );
  const poll = (wanted: boolean) => {
    polling = wanted;
    if (wanted) poller.start();
    else poller.stop();
  };
  const line = createLiveLine({
    open: () => new WebSocket(`${location.origin.replace('http', 'ws')}${livePath}`),
    hello: () => ({ t: 'hello', token: session.token(), browserKey: session.browserKey() }),
    onUp() {
      poll(false);
      on.onLink('up');
      // What happened meanwhile was not heard.
      onNews(null);
    },
    onDown(failures) {
      if (!polling) down();
      if (failures >= patience) poll(true);
    },
    onFrame: (frame) => {
      const subject = subjectOf(frame);
      if (subject !== undefined) onNews(subject);
    },
    onRefused: on.onRefused,
  });
  return {
    start: line.start,
    stop() {
      line.stop();
      poll(false);
    },
    poke: line.poke,
  };
}

/** What a frame says that something became of; undefined for nothing that is shown. */
function subjectOf(frame: ServerFrame): Subject | undefined {
  if (frame.t === 'resync') return null;
  if (frame.t !== 'event') return undefined;
  const { event } = frame;
  switch (event.type) {
    case 'own_ticket.changed':
      return event.ticketId;
    case 'message.posted':
    case 'conversation.changed':
      return event.conversation.id;
    default:
      return undefined;
  }
}

function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, lookEvery);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
