import type { ClientFrame, CustomerConversation, CustomerMessage } from '@fairlead/contract';
import type { Locale } from '@fairlead/contract/locale';
import { backoff } from '../live/backoff.ts';
import type { Api } from '../session/api.ts';
import { Refusal, refusalOf } from '../session/refusal.ts';
import { contentOf } from './content-of.ts';
import type { Pending } from './pending.ts';

export interface Acknowledgement {
  message: CustomerMessage;
  conversation: CustomerConversation;
}

interface Circumstances {
  api: Pick<Api, 'start' | 'post'>;
  /** The first message that waits, if one may be sent now. */
  next: () => Pending | undefined;
  locale: () => Locale;
  /** Says a frame over the socket; false when there is none. */
  say: (frame: ClientFrame) => boolean;
  onSending: (key: string) => void;
  onStored: (key: string, stored: Acknowledgement) => void;
  /** It will be tried again by itself. */
  onDelayed: (key: string) => void;
  /** It was refused for a reason that does not pass. */
  onFailed: (key: string, refusal: Refusal) => void;
}

/** Sends what waits, one after the other so that order holds: over the socket while it is up, else over HTTP. */
export interface Sender {
  pump: () => void;
  /** The socket answered a frame. */
  answered: (ref: string, answer: Acknowledgement | Refusal) => void;
}

/** Over a living socket an acknowledgement takes milliseconds; after this long the socket is not trusted with it. */
const patience = 8_000;

export function createSender(on: Circumstances): Sender {
  let busy = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<string, (answer: Acknowledgement | Refusal) => void>();

  function overSocket(pending: Pending): Promise<Acknowledgement> | undefined {
    const { key, conversationId, topic } = pending;
    const content = { ...contentOf(pending), ref: key };
    const frame: ClientFrame = conversationId
      ? { t: 'send', conversationId, ...content }
      : { t: 'start', topic, locale: on.locale(), ...content };
    if (failures > 0 || !on.say(frame)) return undefined;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => settle(new Refusal('server.unavailable')), patience);
      const settle = (answer: Acknowledgement | Refusal) => {
        clearTimeout(late);
        waiting.delete(key);
        if (answer instanceof Refusal) reject(answer);
        else resolve(answer);
      };
      waiting.set(key, settle);
    });
  }

  function overHttp(pending: Pending): Promise<Acknowledgement> {
    const { conversationId, topic } = pending;
    const content = contentOf(pending);
    return conversationId
      ? on.api.post(conversationId, content)
      : on.api.start({ ...content, topic, locale: on.locale() });
  }

  async function sendOne(pending: Pending): Promise<void> {
    on.onSending(pending.key);
    try {
      const stored = await (overSocket(pending) ?? overHttp(pending));
      failures = 0;
      on.onStored(pending.key, stored);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal.passing && !refusal.unknown) {
        on.onFailed(pending.key, refusal);
        return;
      }
      failures++;
      on.onDelayed(pending.key);
      const seconds = refusal.params['seconds'];
      timer = setTimeout(pump, typeof seconds === 'number' ? seconds * 1000 : backoff(failures));
    }
  }

  function pump(): void {
    const pending = busy ? undefined : on.next();
    if (!pending) return;
    clearTimeout(timer);
    timer = undefined;
    busy = true;
    void sendOne(pending).finally(() => {
      busy = false;
      if (timer === undefined) pump();
    });
  }

  return {
    pump,
    answered(ref, answer) {
      const settle = waiting.get(ref);
      if (settle) settle(answer);
      // It came after we had stopped waiting; it is true all the same.
      else if (!(answer instanceof Refusal)) on.onStored(ref, answer);
    },
  };
}
