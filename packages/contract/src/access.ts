import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { agent, languageSkill } from './people.ts';
import { permissions, roles } from './permissions.ts';
import { byId, email, givenName, id, locale, moment } from './shapes.ts';

export const minimumPasswordLength = 10;
const password = z.string().min(1).max(200);
const code = z.string().trim().min(6).max(24);
const linkToken = z.string().min(20).max(200);

/** The signed-in agent and what they may do. */
export const me = z.object({
  agent,
  permissions: z.array(z.enum(permissions)),
  sessionId: id,
  twoFactor: z.object({ enabled: z.boolean(), required: z.boolean(), recoveryCodesLeft: z.number().int() }),
  organisation: z.string(),
  demo: z.boolean(),
});
export type Me = z.infer<typeof me>;

export const session = z.object({
  id,
  current: z.boolean(),
  createdAt: moment,
  lastSeenAt: moment,
  address: z.string(),
  userAgent: z.string(),
});
export type Session = z.infer<typeof session>;

export const accessEndpoints = {
  setupState: endpoint({
    method: 'GET',
    path: '/api/access/setup',
    access: 'public',
    summary: 'Whether this installation still needs its first administrator.',
    response: z.object({ needed: z.boolean(), demo: z.boolean(), organisation: z.string() }),
  }),
  setup: endpoint({
    method: 'POST',
    path: '/api/access/setup',
    access: 'public',
    summary: 'Make the first administrator of an empty installation and sign them in.',
    body: z.object({
      organisation: givenName(80),
      name: givenName(80),
      email,
      password,
      locale,
    }),
    response: me,
    errors: ['access.already_set_up', 'access.password_too_weak'],
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/api/access/sign-in',
    access: 'public',
    summary: 'Sign in with e-mail and password; sets the session cookie, or asks for the second factor.',
    body: z.object({ email, password }),
    response: z.discriminatedUnion('state', [
      z.object({ state: z.literal('signed_in'), me }),
      z.object({ state: z.literal('two_factor'), challenge: z.string() }),
    ]),
    errors: ['access.wrong_credentials', 'access.too_many_attempts', 'access.account_disabled'],
  }),
  signInSecondFactor: endpoint({
    method: 'POST',
    path: '/api/access/sign-in/second-factor',
    access: 'public',
    summary: 'Finish a sign-in with a code of the authenticator app or a recovery code.',
    body: z.object({ challenge: z.string().max(2000), code }),
    response: me,
    errors: [
      'access.wrong_code',
      'access.link_expired',
      'access.too_many_attempts',
      'access.account_disabled',
    ],
  }),
  signOut: endpoint({
    method: 'POST',
    path: '/api/access/sign-out',
    access: 'agent',
    summary: 'End this session.',
  }),
  me: endpoint({
    method: 'GET',
    path: '/api/access/me',
    access: 'agent',
    summary: 'The signed-in agent.',
    response: me,
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/api/access/sessions',
    access: 'agent',
    summary: 'Where one is signed in.',
    response: z.object({ items: z.array(session) }),
  }),
  revokeSession: endpoint({
    method: 'DELETE',
    path: '/api/access/sessions/:id',
    access: 'agent',
    summary: 'Sign one of one’s own sessions out.',
    params: byId,
    errors: ['request.not_found'],
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/api/access/password',
    access: 'agent',
    summary: 'Change one’s password; every other session is signed out.',
    body: z.object({ current: password, next: password }),
    errors: ['access.wrong_credentials', 'access.password_too_weak', 'access.too_many_attempts'],
  }),
  requestPasswordReset: endpoint({
    method: 'POST',
    path: '/api/access/password-reset',
    access: 'public',
    summary: 'Send a reset link, if the address belongs to an agent. The answer does not tell.',
    body: z.object({ email }),
    errors: ['access.too_many_attempts'],
  }),
  completePasswordReset: endpoint({
    method: 'POST',
    path: '/api/access/password-reset/complete',
    access: 'public',
    summary: 'Set a new password by the link that was sent; every session is signed out.',
    body: z.object({ token: linkToken, password }),
    errors: ['access.link_expired', 'access.password_too_weak'],
  }),
  setUpTwoFactor: endpoint({
    method: 'POST',
    path: '/api/access/two-factor',
    access: 'agent',
    summary:
      'Begin to set up an authenticator app: its secret, not yet in force. Where a second factor is in force, `code` must be one of it, or a recovery code.',
    body: z.object({ password, code: code.optional() }),
    response: z.object({ secret: z.string(), uri: z.string() }),
    errors: ['access.wrong_credentials', 'access.wrong_code', 'access.too_many_attempts'],
  }),
  confirmTwoFactor: endpoint({
    method: 'POST',
    path: '/api/access/two-factor/confirm',
    access: 'agent',
    summary: 'Put the second factor in force by its first code; the recovery codes are shown once.',
    body: z.object({ code }),
    response: z.object({ recoveryCodes: z.array(z.string()) }),
    errors: ['access.wrong_code', 'access.two_factor_not_set_up', 'access.too_many_attempts'],
  }),
  disableTwoFactor: endpoint({
    method: 'POST',
    path: '/api/access/two-factor/disable',
    access: 'agent',
    summary: 'Switch one’s second factor off, unless it is required.',
    body: z.object({ password, code }),
    errors: [
      'access.wrong_credentials',
      'access.wrong_code',
      'access.two_factor_required',
      'access.two_factor_not_set_up',
      'access.too_many_attempts',
    ],
  }),
  resetTwoFactor: endpoint({
    method: 'POST',
    path: '/api/access/agents/:id/two-factor/reset',
    access: { permission: 'people.manage' },
    summary:
      'Take a colleague’s lost second factor away and sign them out everywhere. Nobody does this to themselves.',
    params: byId,
    errors: ['people.not_found', 'access.two_factor_not_set_up'],
  }),
  endSessionsOf: endpoint({
    method: 'DELETE',
    path: '/api/access/agents/:id/sessions',
    access: { permission: 'people.manage' },
    summary: 'Sign a colleague out everywhere.',
    params: byId,
    errors: ['people.not_found'],
  }),
  invite: endpoint({
    method: 'POST',
    path: '/api/access/invitations',
    access: { permission: 'people.manage' },
    summary: 'Invite a colleague. The link is answered, and sent by e-mail where mail is set up.',
    body: z.object({
      email,
      name: givenName(80),
      locale,
      roles: z.array(z.enum(roles)).min(1),
      teamIds: z.array(id).max(50).default([]),
      languages: z.array(languageSkill).max(20).default([]),
    }),
    response: z.object({ agentId: id, link: z.string(), expiresAt: moment, sent: z.boolean() }),
    errors: ['access.email_taken', 'people.team_not_found'],
  }),
  renewInvitation: endpoint({
    method: 'POST',
    path: '/api/access/invitations/:id/renew',
    access: { permission: 'people.manage' },
    summary: 'A new link for an invited agent who has not come yet; `id` is the agent’s.',
    params: byId,
    response: z.object({ agentId: id, link: z.string(), expiresAt: moment, sent: z.boolean() }),
    errors: ['people.not_found'],
  }),
  readInvitation: endpoint({
    method: 'GET',
    path: '/api/access/invitations/:token',
    access: 'public',
    summary: 'Who an invitation link is for.',
    params: z.object({ token: linkToken }),
    response: z.object({ name: z.string(), email, organisation: z.string() }),
    errors: ['access.link_expired'],
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/api/access/invitations/:token/accept',
    access: 'public',
    summary: 'Take up an invitation: set the password and sign in.',
    params: z.object({ token: linkToken }),
    body: z.object({ name: givenName(80), password }),
    response: me,
    errors: ['access.link_expired', 'access.password_too_weak'],
  }),
  getPolicy: endpoint({
    method: 'GET',
    path: '/api/access/policy',
    access: { permission: 'people.manage' },
    summary: 'The sign-in policy.',
    response: z.object({ requireTwoFactor: z.boolean() }),
  }),
  setPolicy: endpoint({
    method: 'PUT',
    path: '/api/access/policy',
    access: { permission: 'people.manage' },
    summary:
      'Require a second factor of every agent, or not. Agents without one must set it up before anything else.',
    body: z.object({ requireTwoFactor: z.boolean() }),
    response: z.object({ requireTwoFactor: z.boolean() }),
    errors: ['access.two_factor_required'],
  }),
};
