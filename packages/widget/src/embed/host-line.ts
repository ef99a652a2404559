import { type FrameMessage, type HostMessage, protocol } from './messages.ts';
import { readHostMessage } from './read-host-message.ts';

/** The way between this frame and the page around it. */
export interface HostLine {
  say: (message: FrameMessage) => void;
}

/**
 * Hears the loader in the page around this frame. Only its parent is heard, and from the first message on only that origin; who may be the
 * parent at all is the word of the frame's Content-Security-Policy. Opened by itself, as in an app, the frame is its own host.
 */
export function createHostLine(onMessage: (message: HostMessage) => void): HostLine {
  const { parent } = window;
  let origin: string | undefined;
  if (parent === window) {
    const page = { url: location.origin + location.pathname, title: document.title };
    const locales = [...navigator.languages];
    queueMicrotask(() =>
      onMessage({ locales, theme: 'auto', identity: undefined, open: true, full: true, ...page }),
    );
    return { say: () => undefined };
  }
  addEventListener('message', (event) => {
    // A sandboxed page without an origin cannot be told apart from others, nor answered in confidence.
    if (event.source !== parent || event.origin === 'null' || event.origin !== (origin ?? event.origin))
      return;
    const message = readHostMessage(event.data);
    if (!message) return;
    origin = event.origin;
    onMessage(message);
  });
  return {
    say(message) {
      if (origin !== undefined) parent.postMessage({ p: protocol, ...message }, origin);
    },
  };
}
