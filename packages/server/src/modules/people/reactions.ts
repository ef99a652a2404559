import type { Platform } from '../../platform/platform.ts';
import { noticeAgents } from './agent-sockets.ts';
import { noticeMerged } from './customer-sockets.ts';
import { agentChanged, customerMerged, teamChanged } from './events.ts';

/** What this module does when teams, rights and identities change: sockets follow, on every node. */
export function registerReactions(platform: Platform): void {
  platform.relay.on(teamChanged, 'people.renew_sockets_by_team', async (events) => {
    noticeAgents(
      platform,
      events.flatMap(({ payload }) => [...payload.added, ...payload.removed]),
    );
  });
  platform.relay.on(agentChanged, 'people.renew_sockets_by_agent', async (events) => {
    noticeAgents(
      platform,
      events
        .filter(({ payload }) => payload.fields.includes('teams') || payload.fields.includes('roles'))
        .map((event) => event.subjectId),
    );
  });
  platform.relay.on(customerMerged, 'people.close_merged_sockets', async (events) => {
    for (const { payload } of events) noticeMerged(platform, payload.fromCustomerId);
  });
}
