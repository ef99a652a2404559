import { endpoints } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import { confirmAddress, stopAnnouncements, subscribe, viewSubscription } from './subscribe.ts';

/** What customers choose to be sent, and how they stop it. */
export function subscriptionRoutes(platform: Platform): void {
  const { database, http } = platform;
  const { announcementSubscriptions: subscriptions } = endpoints;

  http.route(subscriptions.mine, ({ caller }) => viewSubscription(database.reader(), caller.id));
  http.route(subscriptions.subscribe, async ({ caller, body }) => {
    await subscribe(platform, caller, body);
    return viewSubscription(database.reader(), caller.id);
  });
  http.route(subscriptions.confirm, ({ body }) => confirmAddress(platform, body.token));
  http.route(subscriptions.stop, ({ params, body }) => stopAnnouncements(platform, params.token, body.all));

  // What letters name for one click. Mail programs that know nothing of it open the same address as a page, where a press stops them: what merely follows
  // links does not.
  type Named = { Params: { token: string } };
  http.app.get<Named>('/unsubscribe/announcements/:token', (request, reply) =>
    reply.redirect(`/portal/announcements/stop#stop=${encodeURIComponent(request.params.token)}`),
  );
  http.app.register(async (scope) => {
    // The form says only that it is one click.
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'buffer', bodyLimit: 1_000 },
      (_request, _body, done) => done(null, undefined),
    );
    scope.post<Named>('/unsubscribe/announcements/:token', async (request, reply) => {
      await stopAnnouncements(platform, request.params.token, false);
      return reply.code(204).send();
    });
  });
}
