import type { Platform } from '../../platform/platform.ts';
import { identityKeyRetired, policyChanged, rolesChanged, sessionEnded } from './events.ts';
import { noticeSessions } from './session-sockets.ts';
import { noticeKeyRetired } from './vouched-sockets.ts';

/** What this module does when sessions end and rights change: sockets follow, on every node. */
export function registerReactions(platform: Platform): void {
  platform.relay.on(sessionEnded, 'access.close_ended_sockets', async (events) => {
    for (const { payload } of events) noticeSessions(platform, { sessionId: payload.sessionId });
  });
  platform.relay.on(rolesChanged, 'access.renew_sockets_by_roles', async (events) => {
    for (const { subjectId } of events) noticeSessions(platform, { accountId: subjectId });
  });
  platform.relay.on(policyChanged, 'access.renew_sockets_by_policy', async () => {
    noticeSessions(platform, { everybody: true });
  });
  platform.relay.on(identityKeyRetired, 'access.close_sockets_of_retired_key', async (events) => {
    for (const { payload } of events) noticeKeyRetired(platform, payload.keyId);
  });
}
