import type { Platform } from '../../platform/platform.ts';
import { closeMailPools } from './adapters/email/send-by-mail.ts';
import { checkAllInboxes } from './check-all-inboxes.ts';
import { createIngest, type InboundSink } from './ingest.ts';
import { takeGivenUp } from './jobs.ts';
import { keepPayloadsSealed } from './keep-payloads-sealed.ts';
import { fetchLetters } from './letters/fetch-letters.ts';
import { createLetterDoor } from './letters/letter-door.ts';
import { receiveBySmtp } from './letters/receive-by-smtp.ts';
import { receiveByWebhook } from './letters/receive-by-webhook.ts';
import { registerRoutes } from './routes.ts';
import { listenSocial } from './social/listen-social.ts';
import { pollSocial } from './social/poll-social.ts';
import { receiveSocial } from './social/receive-social.ts';

const sweepEvery = 15_000;
const sealEvery = 600_000;
/** So that a token that has ended is known before a customer's answer is held up by it. */
const checkEvery = 3_600_000;
const pollEvery = 60_000;
/** How soon another node, or this one in its next turn, goes on to wait at platforms. */
const listenEvery = 3_000;

/**
 * Puts the module to work: its routes, and the sweep over requests that were stored and not understood. Answers how to begin to fetch
 * and receive letters, once everything is there, and how to stop.
 */
export function channelsModule(
  platform: Platform,
  ports: { sink: InboundSink },
): { start(): Promise<void>; stop(): Promise<void> } {
  registerRoutes(platform);
  const ingest = createIngest(platform, ports.sink);
  platform.jobs.every('channels.ingest', sweepEvery, async () => {
    await ingest.sweep();
  });
  platform.jobs.every('channels.seal_payloads', sealEvery, () => keepPayloadsSealed(platform));
  platform.jobs.every('channels.check', checkEvery, () => checkAllInboxes(platform));
  platform.jobs.work(takeGivenUp, ({ payloadId }) => ingest.takeOnceMore(payloadId));
  platform.jobs.every('channels.poll_platforms', pollEvery, () => pollSocial(platform, ingest));
  const stopped = new AbortController();
  platform.jobs.every('channels.listen_platforms', listenEvery, () =>
    listenSocial(platform, ingest, stopped.signal),
  );
  const door = createLetterDoor(platform, ingest);
  receiveByWebhook(platform, door);
  receiveSocial(platform, ingest);
  let fetching: Awaited<ReturnType<typeof fetchLetters>> | undefined;
  let receiving: Awaited<ReturnType<typeof receiveBySmtp>> = null;
  return {
    async start() {
      if (platform.config.ROLE !== 'web') fetching = fetchLetters(platform, door);
      receiving = await receiveBySmtp(platform, door);
    },
    async stop() {
      stopped.abort();
      await Promise.all([fetching?.stop(), receiving?.stop()]);
      closeMailPools();
    },
  };
}
