import type { CustomerActor } from '../../platform/actor.ts';
import type { Heard } from '../../platform/live/live.ts';
import type { Platform } from '../../platform/platform.ts';
import { customerTopic, portalTopic } from './hints.ts';

/** A request that waits for something to happen to a conversation. */
interface Wait {
  /** Settles when the conversation may have changed since the last call, or when the wait is over. */
  next(): Promise<void>;
  /** The time is up, the client is gone, or the node stops: answer with what is there. */
  over(): boolean;
  stop(): void;
}

/**
 * Waits at most so many seconds for what concerns one of a customer's conversations. It listens from now on: what happens before
 * `next` is called settles it at once. Where hints may have been missed it is worth a look too.
 */
export function waitForNews(
  { live }: Pick<Platform, 'live'>,
  actor: CustomerActor,
  conversationId: string,
  seconds: number,
  request: { once(event: 'close', listener: () => void): unknown },
): Wait {
  let { promise, resolve } = Promise.withResolvers<void>();
  let over = false;
  const stop = () => {
    over = true;
    clearTimeout(timer);
    for (const forget of listening) forget();
    resolve();
  };
  const timer = setTimeout(() => stop(), seconds * 1000);
  const hear = (heard: Heard) => {
    if (heard.kind === 'end') stop();
    else if (heard.kind === 'gap' || changes(heard, conversationId)) resolve();
  };
  const listening = [customerTopic(actor.id), portalTopic(actor.id)].map((topic) => live.listen(topic, hear));
  request.once('close', stop);
  return {
    async next() {
      await promise;
      if (!over) ({ promise, resolve } = Promise.withResolvers<void>());
    },
    over: () => over,
    stop,
  };
}

/** That somebody types is kept nowhere, and other conversations are not what is waited for. */
function changes({ event }: Heard & { kind: 'event' }, conversationId: string): boolean {
  return (
    (event.type === 'message.posted' || event.type === 'conversation.changed') &&
    event.conversation.id === conversationId
  );
}
