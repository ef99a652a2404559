import { z } from 'zod';
import { type Endpoint, endpoint, nothing } from './endpoint.ts';
import { type Permission, permissions } from './permissions.ts';
import { byId, givenName, id, moment, person } from './shapes.ts';

/** What every API token begins with, so that people and programs that look for secrets know one. 43 characters of base64url follow. */
export const apiTokenPrefix = 'flt_';
/** For how many days tokens are usually made. */
export const apiTokenDays = [30, 90, 365] as const;
export const longestApiTokenDays = 365;
/** How many tokens that hold one agent may have. */
export const maximumApiTokens = 20;

/** What a token may be given. What the shield keeps sealed is opened by a person who says why, never by a program. */
export const apiTokenPermissions: readonly Permission[] = permissions.filter(
  (it) => it !== 'shield.open_sealed',
);

/** A token without its secret. */
export const apiToken = z.object({
  id,
  name: z.string(),
  /** For whom it acts. */
  agent: person,
  /** What was chosen. What the agent does not hold now, it does not permit. */
  permissions: z.array(z.enum(permissions)),
  state: z.enum(['active', 'expired']),
  createdAt: moment,
  expiresAt: moment,
  /** To the minute; null if never. */
  lastUsedAt: moment.nullable(),
});
export type ApiToken = z.infer<typeof apiToken>;

/** By which other systems act for an agent; how they are sent: docs/api.md. */
export const apiTokenEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/tokens',
    access: 'agent',
    summary:
      'One’s own API tokens, or everybody’s where one may make them; the newest first. Expired ones for 30 days more.',
    response: z.object({ items: z.array(apiToken) }),
  }),
  make: endpoint({
    method: 'POST',
    path: '/api/tokens',
    // The permission of webhooks: administrators alone hold it, and like them a token lets another system in.
    access: { permission: 'operations.manage' },
    summary:
      'Make an API token that acts for oneself, with some of the permissions that one holds. It is told here and never again.',
    body: z.object({
      name: givenName(80),
      permissions: z
        .array(z.enum(permissions).refine((it) => apiTokenPermissions.includes(it)))
        .min(1)
        .max(permissions.length),
      /** Until it ends. */
      days: z.number().int().min(1).max(longestApiTokenDays),
    }),
    response: apiToken.extend({ token: z.string() }),
    errors: ['access.too_many_tokens'],
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/api/tokens/:id',
    access: 'agent',
    summary: 'End one’s own API token, or anybody’s where one may make them. It is refused from now on.',
    params: byId,
    response: nothing,
    errors: ['request.not_found'],
  }),
};

/**
 * Whether an endpoint wants an agent who is signed in, and refuses their API tokens (`access.session_required`): all that says who may get in
 * (signing in, passwords, second factors, sessions, invitations, tokens, roles), and what agents do to what is their own.
 */
export function needsSession({
  method,
  path,
  access,
}: Pick<Endpoint, 'method' | 'path' | 'access'>): boolean {
  if (`${method} ${path}` === 'GET /api/access/me') return false;
  if (path.startsWith('/api/access/') || path.startsWith('/api/tokens')) return true;
  if (method !== 'GET' && path.startsWith('/api/people/agents')) return true;
  return access === 'agent' && method !== 'GET';
}
