import type { Platform } from '../../platform/platform.ts';
import { watchAgentSockets } from './agent-sockets.ts';
import { watchCustomerSockets } from './customer-sockets.ts';
import type { PeoplePorts } from './people-ports.ts';
import { registerReactions } from './reactions.ts';
import { registerRoutes } from './routes.ts';
import { sweepPresence } from './sweep-presence.ts';

const beatEvery = 20_000;
const sweepEvery = 10_000;

/**
 * Puts the module to work: its routes, its reactions, and presence. `stop` ends the heartbeat and waits for what is under way: to be
 * called after the sockets are closed and before the database is.
 */
export function peopleModule(platform: Platform, ports: PeoplePorts): { stop(): Promise<void> } {
  const ground = { platform, loads: ports.loads };
  const underWay = new Set<Promise<void>>();
  const run = async (work: () => Promise<void>) => {
    const promise = work().catch((error) => platform.log.warn({ err: error }, 'presence not kept'));
    underWay.add(promise);
    await promise;
    underWay.delete(promise);
  };
  registerRoutes(platform, ports, ground);
  registerReactions(platform);
  const agents = watchAgentSockets(platform, ground, run);
  const customers = watchCustomerSockets(platform);
  platform.jobs.every('people.presence', sweepEvery, () => sweepPresence(platform.database, ground));
  const beat = async () => {
    await agents.beat();
    await customers.beat();
  };
  const timer = setInterval(() => void run(beat), beatEvery);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(underWay);
    },
  };
}
