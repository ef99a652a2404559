import { z } from 'zod';
import { system } from '../../platform/actor.ts';
import type { JobType } from '../../platform/jobs/jobs.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { expiredTokenMemory } from './api-token-rules.ts';
import { removeApiTokensExpiredBefore } from './api-token-store.ts';
import { announceSessionEnds } from './end-sessions.ts';
import { removeExpiredIdentityTokens } from './identity-store.ts';
import { removeExpiredLinks } from './link-store.ts';
import { sendInvitation } from './send-invitation.ts';
import { sendPasswordReset } from './send-password-reset.ts';
import { removeExpiredSessions } from './session-store.ts';
import { removeForgottenAttempts } from './throttle-store.ts';

const resetData = z.object({ email: z.string() });
/** Ordered for every address that is asked for, known or not, so that asking takes the same time. */
export const sendPasswordResetJob: JobType<z.infer<typeof resetData>> = {
  name: 'access.send_password_reset',
  schema: resetData,
  retries: 5,
};

const invitationData = z.object({ accountId: z.uuid(), sealedToken: z.string() });
export const sendInvitationJob: JobType<z.infer<typeof invitationData>> = {
  name: 'access.send_invitation',
  schema: invitationData,
  retries: 8,
};

/** What this module does later. */
export function registerJobs(platform: Platform, profiles: AgentProfiles): void {
  platform.jobs.work(sendPasswordResetJob, ({ email }) => sendPasswordReset(platform, profiles, email));
  platform.jobs.work(sendInvitationJob, ({ accountId, sealedToken }) =>
    sendInvitation(platform, profiles, accountId, platform.keys.open(sealedToken)),
  );
  platform.jobs.every('access.purge', 5 * 60_000, () =>
    platform.database.write(async (tx) => {
      await announceSessionEnds(tx, system('access.purge'), await removeExpiredSessions(tx), 'expired');
      await removeExpiredLinks(tx);
      await removeApiTokensExpiredBefore(tx, new Date(tx.now.getTime() - expiredTokenMemory));
      await removeExpiredIdentityTokens(tx);
      await removeForgottenAttempts(tx);
    }),
  );
}
