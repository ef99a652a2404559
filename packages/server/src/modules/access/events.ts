import { permissions, roles } from '@fairlead/contract';
import { z } from 'zod';
import { eventType } from '../../platform/events/event.ts';

const id = z.uuid();
const roleList = z.array(z.enum(roles));

/** The subject of each is the agent's account, unless it says otherwise. */
export const signedIn = eventType(
  'agent.signed_in',
  z.object({
    sessionId: id,
    by: z.enum(['password', 'second_factor', 'recovery_code', 'invitation', 'setup']),
    address: z.string(),
  }),
);

/** Somebody tried and was refused. For an address that nobody has the subject is `nobodyId`. */
export const signInRefused = eventType(
  'agent.sign_in_refused',
  z.object({ reason: z.enum(['unknown', 'wrong_password', 'wrong_code', 'disabled']), address: z.string() }),
);
export const nobodyId = '00000000-0000-0000-0000-000000000000';

export const sessionEndReasons = [
  'signed_out',
  'revoked',
  'password_changed',
  'password_reset',
  'second_factor_reset',
  'disabled',
  'expired',
] as const;
export const sessionEnded = eventType(
  'agent.session_ended',
  z.object({ sessionId: id, reason: z.enum(sessionEndReasons) }),
);

export const passwordChanged = eventType(
  'agent.password_changed',
  z.object({ by: z.enum(['agent', 'reset_link']) }),
);
export const passwordResetMade = eventType('agent.password_reset_made', z.object({}));
/** By the agent, or by an administrator who took a lost one away: the actor says which. */
export const secondFactorChanged = eventType(
  'agent.second_factor_changed',
  z.object({ enabled: z.boolean() }),
);

export const invited = eventType('agent.invited', z.object({ roles: roleList, renewed: z.boolean() }));
export const invitationAccepted = eventType('agent.invitation_accepted', z.object({}));
export const rolesChanged = eventType('agent.roles_changed', z.object({ before: roleList, after: roleList }));
export const accountDisabled = eventType('agent.disabled', z.object({}));
export const accountEnabled = eventType('agent.enabled', z.object({}));

export const apiTokenMade = eventType(
  'agent.api_token_made',
  z.object({ tokenId: id, permissions: z.array(z.enum(permissions)), expiresAt: z.string() }),
);
/** By its agent, by an administrator, or because the agent may not sign in any more: the actor says who. */
export const apiTokenRevoked = eventType(
  'agent.api_token_revoked',
  z.object({ tokenId: id, reason: z.enum(['revoked', 'disabled']) }),
);

/** The subject is the first administrator. */
export const installationSetUp = eventType('installation.set_up', z.object({}));
/** The subject is who changed it. */
export const policyChanged = eventType(
  'installation.policy_changed',
  z.object({ requireTwoFactor: z.boolean() }),
);

/** What it signed and whom it vouched for is refused from now on. The subject is the inbox. */
export const identityKeyRetired = eventType('identity.key_retired', z.object({ keyId: id }));
