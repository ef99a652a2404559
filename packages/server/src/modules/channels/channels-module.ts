import type { Platform } from '../../platform/platform.ts';
import { type InboundSink, sweepPayloads } from './ingest.ts';
import { registerRoutes } from './routes.ts';

const sweepEvery = 15_000;

/**
 * Puts the module to work: its routes, and, once there is somebody to take inbound messages in, the sweep over requests that were
 * stored and not understood.
 */
export function channelsModule(platform: Platform, ports: { sink?: InboundSink } = {}): void {
  registerRoutes(platform);
  const { sink } = ports;
  if (!sink) return;
  platform.jobs.every('channels.ingest', sweepEvery, async () => {
    await sweepPayloads(platform, sink);
  });
}
