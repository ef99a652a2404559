import { type Endpoint, needsSession } from '@fairlead/contract';
import type { Caller } from '../actor.ts';
import { fail } from '../fail.ts';

/** What an agent may still reach while a second factor is demanded of them: enough to set it up, and to leave. */
const beforeSecondFactor = new Set([
  'GET /api/access/me',
  'POST /api/access/two-factor',
  'POST /api/access/two-factor/confirm',
  'POST /api/access/sign-out',
]);

/** Lets a caller through to a route or throws the refusal. What they may do with which object is the use case's to say. */
export function authorise(endpoint: Endpoint, caller: Caller): void {
  const { access } = endpoint;
  const route = `${endpoint.method} ${endpoint.path}`;
  if (caller.type === 'agent' && caller.byToken && needsSession(endpoint))
    throw fail('access.session_required');
  if (access === 'public') return;
  if (caller.type === 'nobody') {
    throw access === 'customer' ? fail('identity.session_invalid') : fail('access.not_signed_in');
  }
  if (access === 'anyone_known') {
    if (caller.type === 'agent') refuseBeforeSecondFactor(caller.mustSetUpTwoFactor, route);
    return;
  }
  if (access === 'customer') {
    if (caller.type !== 'customer') throw fail('access.forbidden');
    return;
  }
  if (caller.type !== 'agent') throw fail('access.forbidden');
  refuseBeforeSecondFactor(caller.mustSetUpTwoFactor, route);
  if (access !== 'agent' && !caller.permissions.has(access.permission)) throw fail('access.forbidden');
}

function refuseBeforeSecondFactor(mustSetUp: boolean, route: string): void {
  if (mustSetUp && !beforeSecondFactor.has(route)) throw fail('access.two_factor_required');
}
