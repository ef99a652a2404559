import type { Platform } from '../../platform/platform.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { registerJobs } from './jobs.ts';
import { registerReactions } from './reactions.ts';
import { registerRoutes } from './routes.ts';
import { watchSessionSockets } from './session-sockets.ts';
import { tellsAgents } from './tell-agents.ts';
import { watchVouchedSockets } from './vouched-sockets.ts';

/** Puts the module to work: its routes, its jobs and what it does when others announce. */
export function accessModule(platform: Platform, ports: { profiles: AgentProfiles }): void {
  registerRoutes(platform, ports.profiles);
  registerJobs(platform, ports.profiles);
  registerReactions(platform);
  watchSessionSockets(platform);
  watchVouchedSockets(platform);
  tellsAgents(platform, ports.profiles);
}
