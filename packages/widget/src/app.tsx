import './styles/base.css';
import './styles/panel.css';
import './styles/home.css';
import './styles/thread.css';
import './styles/composer.css';
import { render } from 'preact';
import { createChat } from './chat.ts';
import { type ChatState, initialState, type View } from './chat-state.ts';
import { createHostLine } from './embed/host-line.ts';
import type { HostMessage } from './embed/messages.ts';
import { launcherMessage } from './launcher-message.ts';
import { createKeep, usableStorage } from './session/keep.ts';
import { createSettings } from './settings.ts';
import { createStore } from './store.ts';
import { Widget } from './views/widget.tsx';

const inbox = new URLSearchParams(location.search).get('inbox') ?? '';
const keep = createKeep(`fairlead.${inbox}.`, usableStorage());
const store = createStore<ChatState>({
  ...initialState,
  view: (keep.get('view') as View | undefined) ?? initialState.view,
});
const settings = createSettings(keep, store);
const host = createHostLine(receive);
const chat = createChat({
  inbox,
  keep,
  store,
  onError: (code) => host.say({ t: 'error', code }),
  onNews() {
    const { sound, panel } = store.get();
    if (!sound || (panel.open && document.visibilityState === 'visible')) return;
    import('./text/beep.ts').then(
      ({ beep }) => beep(),
      () => undefined,
    );
  },
});

let heard: HostMessage | undefined;
function receive(message: HostMessage) {
  const { locales, theme, identity, open, full, url, title } = message;
  const before = heard;
  heard = message;
  if (before?.theme !== theme) settings.setTheme(theme);
  if (before?.locales.join() !== locales.join()) settings.setHostLocales(locales);
  chat.setPage({ url, title });
  store.set({ panel: { open, full } });
  if (identity !== undefined) chat.identify(identity);
  // A visitor who never wrote costs the server nothing until they open the chat.
  if ((open && !before?.open) || (!before && chat.known() && !identity)) chat.wake();
  if (!before) tellLauncher(store.get());
}

let toldLauncher = '';
function tellLauncher(state: ChatState) {
  const message = launcherMessage(state);
  if (!message) return;
  document.title = message.unread > 0 ? `(${message.unread}) ${message.title}` : message.title;
  const said = JSON.stringify(message);
  if (said === toldLauncher) return;
  toldLauncher = said;
  host.say(message);
}
store.watch(tellLauncher);
addEventListener('storage', () => chat.storageChanged());

const root = document.getElementById('app');
if (root) {
  render(
    <Widget chat={chat} settings={settings} lasting={keep.lasting} close={() => host.say({ t: 'close' })} />,
    root,
  );
}
