import type { TelegramWorld } from './telegram-world.ts';

/** So often an update is sent until it is taken; Telegram tries for longer. */
const attempts = 8;
const patience = 10_000;

/** Delivers updates to the bot's webhook as Telegram does: again until it answers 200, and twice or out of order on demand. Without one they wait to be asked for. */
export interface Delivery {
  /** Settles when it was taken, or given up. */
  deliver(update: object): Promise<void>;
  stop(): void;
}

/** `execute` does the call that the bot may put into its answer. */
export function createDelivery(world: TelegramWorld, execute: (call: object) => void): Delivery {
  const held: object[] = [];
  const stopped = new AbortController();

  async function once(update: object): Promise<boolean> {
    const { webhook } = world;
    if (!webhook) return false;
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': webhook.secret,
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(patience)]),
      });
      const answer = await response.text();
      if (response.status !== 200) return false;
      if (answer.startsWith('{')) execute(JSON.parse(answer) as object);
      return true;
    } catch {
      return false;
    }
  }

  async function untilTaken(update: object): Promise<void> {
    for (let attempt = 1; attempt <= attempts && !stopped.signal.aborted; attempt++) {
      if (await once(update)) return;
      await pause(Math.min(250 * 2 ** attempt, 10_000), stopped.signal);
    }
  }

  return {
    async deliver(update) {
      const { allowed } = world;
      if (allowed && !allowed.some((kind) => kind in update)) return;
      if (!world.webhook) {
        world.updates.push(update);
        return;
      }
      if (world.faults.reorder && held.length === 0) {
        held.push(update);
        return;
      }
      await untilTaken(update);
      if (world.faults.twice) await untilTaken(update);
      for (const late of held.splice(0)) await untilTaken(late);
    },
    stop: () => stopped.abort(),
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    timer.unref();
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
