import type { Attachment, ChatSession, CustomerConversation, CustomerMessage } from '@fairlead/contract';
import { createChatLink } from './chat-link.ts';
import type { ChatState, View } from './chat-state.ts';
import type { HostPage } from './embed/messages.ts';
import { createFrameReader } from './live/frame-reader.ts';
import { keepTrying } from './live/keep-trying.ts';
import { type Api, createApi } from './session/api.ts';
import { createArrival } from './session/arrival.ts';
import type { Keep } from './session/keep.ts';
import { secret } from './session/secret.ts';
import { createSession } from './session/session.ts';
import type { Store } from './store.ts';
import { createCatchUp } from './thread/catch-up.ts';
import { createDrafts, type Drafts, draftPlace } from './thread/drafts.ts';
import { leftBehind } from './thread/left-behind.ts';
import { createMarkTeller } from './thread/mark-teller.ts';
import { createOutbox } from './thread/outbox.ts';
import { createSender } from './thread/sender.ts';
import { emptyThreads, reduceThreads, type ThreadAction } from './thread/thread-state.ts';
import { createTypingSignal } from './thread/typing-signal.ts';

/** What the screens and the host page can do. */
export interface Chat {
  store: Store<ChatState>;
  api: Api;
  /** Begins unless it has: there is a reason to speak with the server. */
  wake: () => void;
  /** Says who the customer is, or with null that they have signed out. */
  identify: (identity: string | null) => void;
  show: (view: View) => void;
  /** `anyway`: see `Pending`. */
  send: (text: string, attachments: readonly Attachment[], anyway?: boolean) => void;
  retry: (key: string) => void;
  discard: (key: string) => void;
  loadOlder: (id: string) => Promise<void>;
  typed: () => void;
  /** Messages half written, by place. */
  drafts: Drafts;
  /** Somebody was here before, so there may be news. */
  known: () => boolean;
  leaveAddress: (email: string) => Promise<void>;
  setPage: (page: HostPage) => void;
  /** Another tab wrote something into the browser's storage. */
  storageChanged: () => void;
}

interface Circumstances {
  inbox: string;
  keep: Keep;
  store: Store<ChatState>;
  onError: (code: string) => void;
  /** A message from an agent arrived. */
  onNews: () => void;
}

export function createChat({ inbox, keep, store, onError, onNews }: Circumstances): Chat {
  let page: HostPage | undefined;
  let epoch = 0;
  const outbox = createOutbox(keep);
  const drafts = createDrafts(keep);
  const api = createApi({
    headers: () => session.headers(),
    epoch: () => epoch,
    onInvalid() {
      if (store.get().phase === 'ready') arrival.begin();
    },
  });
  const session = createSession({ inbox, keep, api, locale: () => store.get().locale, page: () => page });
  const talk = () => store.get().talk;
  const dispatch = (action: ThreadAction) => {
    store.set({ talk: reduceThreads(talk(), action) });
    marks.tell();
  };
  const catchUp = createCatchUp(api, talk, dispatch);
  const shows = (id: string) => {
    const { view } = store.get();
    return view.name === 'thread' && view.id === id;
  };

  const sender = createSender({
    api,
    next: () =>
      store.get().phase === 'ready' && navigator.onLine
        ? talk().pending.find(({ state }) => state === 'waiting')
        : undefined,
    locale: () => store.get().locale,
    say: (frame) => link.say(frame),
    onSending: (key) => dispatch({ type: 'marked', key, state: 'sending' }),
    onStored(key, { message, conversation }) {
      outbox.drop(key);
      const { view } = store.get();
      const sent = talk().pending.find((it) => it.key === key);
      // Settled already, or of somebody who has left.
      if (!sent) return;
      const from = sent.conversationId;
      dispatch({ type: 'acknowledged', key, message, conversation });
      for (const it of talk().pending) remember(it.key);
      if (from !== conversation.id) {
        drafts.move(draftPlace(from), draftPlace(conversation.id));
        if (view.name === 'thread' && view.id === from) look({ ...view, id: conversation.id });
      }
      catchUp.soon(conversation.id);
      link.start();
    },
    onDelayed: (key) => dispatch({ type: 'marked', key, state: 'waiting' }),
    onFailed(key, { code, params }) {
      dispatch({ type: 'marked', key, state: 'failed', error: { code, params } });
      remember(key);
    },
  });

  const link = createChatLink({
    store,
    session,
    onFrame: createFrameReader({
      onAnswer: (ref, answer) => sender.answered(ref, answer),
      onMessage: (message, conversation) => arrive([message], conversation),
      onConversation(conversation) {
        dispatch({ type: 'changed', conversation });
        catchUp.soon(conversation.id);
      },
      onTyping: (typing) => store.set({ typing }),
      onResync: () => void catchUp.all().catch(() => undefined),
    }),
    onReached() {
      catchUp.all().catch(() => undefined);
      sender.pump();
    },
    async ask(signal) {
      const { askOnce } = await import('./live/ask-once.ts');
      await askOnce({ store, api, dispatch, arrive, fetchThread: catchUp.thread }, signal);
    },
    onRefused: () => arrival.begin(),
  });

  const marks = createMarkTeller({
    store,
    api,
    say: link.say,
    onTold: (conversation) => dispatch({ type: 'changed', conversation }),
  });

  const typing = createTypingSignal((on) => {
    const { view } = store.get();
    if (view.name !== 'thread' || !view.id) return;
    if (!link.say({ t: 'typing', conversationId: view.id, on }))
      api.typing(view.id, on).catch(() => undefined);
  });

  const arrival = createArrival({
    session,
    async prepare() {
      store.set({ config: store.get().config ?? (await api.readConfig(inbox)) });
    },
    onBeginning() {
      if (store.get().phase !== 'ready') store.set({ phase: 'loading', failure: null });
    },
    onBegun(begun, visitor) {
      if (visitor) outbox.adopt(visitor, begun.customer.id);
      adopt(begun);
    },
    onFailed(failure) {
      if (store.get().phase !== 'ready') store.set({ phase: 'failed', failure });
      onError(failure.code);
    },
    onUnproven({ code }) {
      store.set({ notice: code });
      onError(code);
    },
    onLeft() {
      epoch++;
      link.stop();
      for (const name of keep.names('draft.')) keep.remove(name);
      for (const { key } of talk().pending) outbox.drop(key);
      store.set({ phase: 'asleep', customer: null, talk: emptyThreads, notice: null });
      store.set({ view: { name: 'home' }, typing: null });
      if (store.get().panel.open) arrival.begin();
    },
  });

  function remember(key: string) {
    const { customer } = store.get();
    const pending = talk().pending.find((it) => it.key === key);
    if (customer && pending) outbox.save(customer.id, pending);
  }

  /** Takes a session over. What belonged to somebody else is gone from the screen. */
  function adopt({ customer, conversations, expectsNews }: ChatSession) {
    if (store.get().customer?.id !== customer.id) {
      epoch++;
      marks.forget();
      store.set({ talk: { ...emptyThreads, pending: outbox.restore(customer.id) }, typing: null });
    }
    dispatch({ type: 'listed', conversations });
    const { view, panel } = store.get();
    store.set({ customer, phase: 'ready' });
    if (view.name === 'thread' && view.id && !talk().threads[view.id]) show({ name: 'home' });
    else show(view);
    link.stop();
    if (panel.open || expectsNews || conversations.some(({ state }) => state !== 'closed')) link.start();
    catchUp.all().catch(() => undefined);
    sender.pump();
  }

  function arrive(items: readonly CustomerMessage[], conversation: CustomerConversation) {
    const thread = talk().threads[conversation.id];
    const last = thread?.messages.at(-1)?.seq ?? thread?.conversation.lastSeq ?? 0;
    dispatch({ type: 'arrived', items, conversation });
    catchUp.soon(conversation.id);
    if (isNews(items, last)) {
      store.set({ typing: null });
      onNews();
    }
  }

  function show(view: View) {
    if (view !== store.get().view) store.set({ visit: store.get().visit + 1, atEnd: true });
    look(view);
  }

  /** Shows it without leaving what is open: the same thread by another name. */
  function look(view: View) {
    store.set({ view });
    keep.set('view', view);
    link.refocus();
    const id = view.name === 'thread' && view.id;
    if (id) {
      keepTrying(
        () => catchUp.thread(id),
        () => shows(id),
      ).catch(() => undefined);
    }
    marks.tell();
  }

  addEventListener('online', () => {
    link.poke();
    sender.pump();
    if (store.get().phase === 'failed') arrival.begin();
  });
  // Stored or not: what is still kept is sent again by its key at the next visit, or when this page is shown again.
  addEventListener('pagehide', () => {
    const { phase, locale } = store.get();
    const items = phase === 'ready' ? leftBehind(talk().pending) : [];
    if (items.length > 0) api.leaveBehind({ locale, items });
  });
  addEventListener('offline', () => store.set({ link: 'offline' }));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    link.poke();
    marks.tell();
  });
  store.watch(({ atEnd, panel }) => atEnd && panel.open && queueMicrotask(marks.tell));

  return {
    store,
    api,
    wake() {
      const { phase } = store.get();
      if (phase === 'asleep' || phase === 'failed') arrival.begin();
      else if (phase === 'ready') {
        link.start();
        api.readConfig(inbox).then(
          (config) => store.set({ config }),
          () => undefined,
        );
      }
    },
    identify: arrival.identify,
    show,
    send(text, attachments, anyway) {
      const { view } = store.get();
      if (view.name !== 'thread') return;
      typing.stop();
      const key = secret(16);
      const afterSeq = (view.id && talk().threads[view.id]?.messages.at(-1)?.seq) || 0;
      dispatch({
        type: 'written',
        pending: {
          key,
          conversationId: view.id,
          topic: view.topic,
          text,
          anyway,
          attachments,
          createdAt: new Date().toISOString(),
          afterSeq,
          state: 'waiting',
          error: null,
          echoId: null,
        },
      });
      remember(key);
      sender.pump();
    },
    retry(key) {
      dispatch({ type: 'marked', key, state: 'waiting' });
      remember(key);
      sender.pump();
    },
    discard(key) {
      outbox.drop(key);
      dispatch({ type: 'discarded', key });
    },
    loadOlder: (id) => catchUp.older(id, () => shows(id)),
    typed: typing.typed,
    drafts,
    known: session.known,
    async leaveAddress(email) {
      await api.leaveAddress(email);
      const { customer } = store.get();
      if (customer) store.set({ customer: { ...customer, email } });
    },
    setPage(next) {
      page = next;
    },
    storageChanged() {
      if (session.known() && session.reread()) arrival.begin();
    },
  };
}

const isNews = (items: readonly CustomerMessage[], last: number): boolean =>
  items.some(({ seq, author }) => seq > last && /agent|bot/.test(author.type));
