import { endpoints } from '@fairlead/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AgentActor } from '../../platform/actor.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { findAccount, hasAccounts } from './account-store.ts';
import type { AgentProfiles } from './agent-profiles.ts';
import { makeApiToken, revokeApiToken, viewApiTokens } from './api-tokens.ts';
import { changePassword } from './change-password.ts';
import { completePasswordReset } from './complete-password-reset.ts';
import { confirmTwoFactor } from './confirm-two-factor.ts';
import { disableTwoFactor } from './disable-two-factor.ts';
import { endSessions } from './end-sessions.ts';
import { invite, renewInvitation } from './invite.ts';
import { readPolicy, setPolicy } from './policy.ts';
import { requestPasswordReset } from './request-password-reset.ts';
import { resetTwoFactor } from './reset-two-factor.ts';
import { longestSession, sessionCookieName } from './session-rules.ts';
import { listSessionsOf } from './session-store.ts';
import { setUp } from './set-up.ts';
import { setUpTwoFactor } from './set-up-two-factor.ts';
import { signIn } from './sign-in.ts';
import { signInSecondFactor } from './sign-in-second-factor.ts';
import type { SignInPlace } from './start-session.ts';
import { readInstallation, viewMe } from './view-me.ts';

const routes = endpoints.access;
const tokenRoutes = endpoints.apiTokens;

/** HTTP to use case. Those that hash passwords get the platform and open their transactions themselves, after the hashing. */
export function registerRoutes(platform: Platform, profiles: AgentProfiles): void {
  const { http, database } = platform;
  const secure = platform.publicUrl.startsWith('https:');
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;

  /** Gives the browser its session and answers who is signed in now. */
  function welcome(reply: FastifyReply, session: { token: string; actor: AgentActor }) {
    reply.setCookie(sessionCookieName, session.token, { ...cookie, maxAge: longestSession / 1000 });
    return viewMe(database.reader(), profiles, session.actor);
  }

  http.route(routes.setupState, async () => {
    const reader = database.reader();
    return { needed: !(await hasAccounts(reader)), ...(await readInstallation(reader)) };
  });
  http.route(routes.setup, async ({ body, request, reply }) =>
    welcome(reply, await setUp(platform, profiles, body, placeOf(request))),
  );
  http.route(routes.signIn, async ({ body, request, reply }) => {
    const result = await signIn(platform, body, placeOf(request));
    if (result.state === 'two_factor') return result;
    return { state: result.state, me: await welcome(reply, result) };
  });
  http.route(routes.signInSecondFactor, async ({ body, request, reply }) =>
    welcome(reply, await signInSecondFactor(platform, body, placeOf(request))),
  );
  http.route(routes.signOut, async ({ caller, reply }) => {
    await database.write((tx) =>
      endSessions(tx, caller, caller.id, 'signed_out', { only: caller.sessionId }),
    );
    reply.clearCookie(sessionCookieName, cookie);
  });
  http.route(routes.me, ({ caller }) => viewMe(database.reader(), profiles, caller));

  http.route(routes.listSessions, async ({ caller }) => {
    const sessions = await listSessionsOf(database.reader(), caller.id);
    return {
      items: sessions.map(({ id, address, userAgent, createdAt, lastSeenAt }) => ({
        id,
        current: id === caller.sessionId,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        address,
        userAgent,
      })),
    };
  });
  http.route(routes.revokeSession, async ({ caller, params }) => {
    await database.write(async (tx) => {
      const ended = await endSessions(tx, caller, caller.id, 'revoked', { only: params.id });
      if (ended === 0) throw fail('request.not_found');
    });
  });

  http.route(routes.changePassword, ({ caller, body }) => changePassword(platform, caller, body));
  http.route(routes.requestPasswordReset, ({ body, request }) =>
    requestPasswordReset(platform, body, request.ip),
  );
  http.route(routes.completePasswordReset, ({ body, request }) =>
    completePasswordReset(platform, body, request.ip),
  );

  http.route(routes.setUpTwoFactor, ({ caller, body }) => setUpTwoFactor(platform, caller, body));
  http.route(routes.confirmTwoFactor, ({ caller, body }) => confirmTwoFactor(platform, caller, body));
  http.route(routes.disableTwoFactor, ({ caller, body }) => disableTwoFactor(platform, caller, body));

  http.route(routes.resetTwoFactor, ({ caller, params }) =>
    database.write((tx) => resetTwoFactor(tx, caller, params.id)),
  );
  http.route(routes.endSessionsOf, ({ caller, params }) =>
    database.write(async (tx) => {
      if (!(await findAccount(tx, params.id))) throw fail('people.not_found');
      await endSessions(tx, caller, params.id, 'revoked');
    }),
  );

  http.route(tokenRoutes.list, async ({ caller }) => ({
    items: await viewApiTokens(database.reader(), profiles, caller),
  }));
  http.route(tokenRoutes.make, ({ caller, body }) =>
    database.write((tx) => makeApiToken(tx, profiles, caller, body)),
  );
  http.route(tokenRoutes.revoke, ({ caller, params }) =>
    database.write((tx) => revokeApiToken(tx, caller, params.id)),
  );

  http.route(routes.invite, ({ caller, body }) =>
    database.write((tx) => invite(tx, platform, profiles, caller, body)),
  );
  http.route(routes.renewInvitation, ({ caller, params }) =>
    database.write((tx) => renewInvitation(tx, platform, caller, params.id)),
  );
  http.route(routes.readInvitation, ({ params }) =>
    readInvitation(database.reader(), profiles, params.token),
  );
  http.route(routes.acceptInvitation, async ({ params, body, request, reply }) =>
    welcome(reply, await acceptInvitation(platform, profiles, params.token, body, placeOf(request))),
  );

  http.route(routes.getPolicy, () => readPolicy(database.reader()));
  http.route(routes.setPolicy, ({ caller, body }) => database.write((tx) => setPolicy(tx, caller, body)));
}

function placeOf(request: FastifyRequest): SignInPlace {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}
