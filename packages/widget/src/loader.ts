import { createLauncher } from './embed/launcher.ts';
import { fullScreenQuery } from './embed/launcher-style.ts';
import { type HostMessage, protocol, type Theme } from './embed/messages.ts';
import { readFrameMessage } from './embed/read-frame-message.ts';
import { createSignals, type Subscribe } from './embed/signals.ts';

/**
 * What a host page may do with the chat, as `window.Fairlead`, from the `load` event of the script tag on. Calls made before the frame has
 * loaded are kept.
 */
interface Fairlead {
  open: () => void;
  close: () => void;
  toggle: () => void;
  /** Says who the customer is, by a token that the exchange signed; null once they have signed out. */
  identify: (token: string | null) => void;
  /** The same as `identify(null)`: the browser goes on as a fresh visitor. */
  logout: () => void;
  /** A language tag, or `auto` for the page's own. */
  setLocale: (tag: string) => void;
  setTheme: (theme: Theme) => void;
  /** Called with the number of unread messages, at once and whenever it changes. Answers how to stop. */
  onUnread: Subscribe<number>;
  onOpen: Subscribe<undefined>;
  onClose: Subscribe<undefined>;
  /** Called with the code of what went wrong, such as `identity.token_expired`: then identify again. */
  onError: Subscribe<string>;
  /** Fulfilled when the frame has loaded. */
  ready: Promise<void>;
}

/** What happens, with what listeners are told. */
interface Happenings {
  unread: number;
  open: undefined;
  close: undefined;
  error: string;
}

function start(script: HTMLScriptElement): Fairlead {
  let { inbox = '', locale = 'auto', theme = 'auto', position = 'end' } = script.dataset;
  const { origin } = new URL(script.src);
  const launcher = createLauncher(position);
  const { button, frame } = launcher;
  const narrow = matchMedia(fullScreenQuery);
  const { on, tell } = createSignals<Happenings>();
  let connected = false;
  let open = false;
  let unread = 0;
  /** What the host page said last, and whether the frame must still hear it. */
  let token: string | null | undefined;
  let identity: typeof token;
  // Until the frame says it in the customer's language.
  let labels = { open: 'Chat', close: 'Chat' };
  let onReady: () => void;
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
  });

  const show = () => launcher.show(open, open ? labels.close : labels.open, unread, theme as Theme);

  /** Says to the frame how things are. Before it has loaded there is nobody to hear it, and afterwards it hears all of it. */
  function sync() {
    show();
    if (!connected) return;
    const message: HostMessage & { p: typeof protocol } = {
      p: protocol,
      locales: [locale === 'auto' ? document.documentElement.lang : locale, ...navigator.languages],
      theme: theme as Theme,
      identity,
      open,
      full: narrow.matches,
      // No query and no fragment: those carry secrets.
      url: location.origin + location.pathname,
      title: document.title,
    };
    frame.contentWindow?.postMessage(message, origin);
    // Said once: a frame that loads anew goes on with the session it kept.
    identity = undefined;
  }

  /** Fetches the frame, and fetches it anew when it is closed before it has said anything: that is how the customer tries again. */
  function load() {
    if (frame.title || (open && frame.src)) return;
    connected = false;
    identity = token;
    launcher.load(`${origin}/widget/frame?inbox=${encodeURIComponent(inbox)}`);
  }

  function turn(next: boolean) {
    if (next === open) return;
    open = next;
    load();
    sync();
    (open ? frame : button).focus();
    tell(open ? 'open' : 'close');
  }

  function identify(next: string | null) {
    token = identity = next;
    sync();
  }

  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin) return;
    const message = readFrameMessage(data);
    if (message?.t === 'close') turn(false);
    if (message?.t === 'error') tell('error', message.code);
    if (message?.t === 'launcher') {
      labels = message;
      frame.title = message.title;
      if (unread !== message.unread) tell('unread', (unread = message.unread));
      show();
      onReady();
    }
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) turn(false);
  });
  frame.addEventListener('load', () => {
    connected = true;
    sync();
  });
  narrow.addEventListener('change', sync);
  new MutationObserver(sync).observe(document.documentElement, { attributeFilter: ['lang'] });
  button.addEventListener('click', () => turn(!open));
  show();
  // The page comes first: the frame loads when the browser has nothing better to do.
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(load);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle);

  return {
    open: () => turn(true),
    close: () => turn(false),
    toggle: () => turn(!open),
    identify,
    logout: () => identify(null),
    setLocale(next) {
      locale = next;
      sync();
    },
    setTheme(next) {
      theme = next;
      sync();
    },
    onUnread(listener) {
      listener(unread);
      return on('unread')(listener);
    },
    onOpen: on('open'),
    onClose: on('close'),
    onError: on('error'),
    ready,
  };
}

const place: { Fairlead?: Fairlead } = window as object;
// A page that embeds the loader twice has one chat.
place.Fairlead ??= start(document.currentScript as HTMLScriptElement);
