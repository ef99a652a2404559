import { endpoints } from '@fairlead/contract';
import type { CustomerActor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { type ExchangeConnector, maskEmail } from '../exchange/index.ts';
import { customerEmail, hasProvenAddress, type VerifiedCustomer, verifiedCustomer } from '../people/index.ts';
import { findHolds, readAlertSettings } from './alert-desk-store.ts';
import { listAlerts } from './alert-store.ts';
import { composeBrief } from './compose-brief.ts';
import { liftOwn } from './hold-alerts.ts';
import { lookAtMarket } from './look-at-market.ts';
import { listNotices } from './notice-store.ts';
import { freshPreferences, prefer } from './prefer.ts';
import { findPreferences, stopEverything } from './preference-store.ts';
import { presentAlert, presentAssets, presentPreferences } from './present-alerts.ts';
import { sayNotice } from './say-notice.ts';
import { pauseAlert, removeAlert, setAlert } from './set-alert.ts';
import { readStopToken } from './stop-token.ts';

const shownNotices = 20;

/** Alerts as their customers set and stop them. */
export function alertRoutes(platform: Platform, connector: ExchangeConnector): void {
  const { clock, database, http, keys, mail } = platform;
  const { alerts } = endpoints;

  async function verified({ id }: CustomerActor): Promise<VerifiedCustomer> {
    const customer = await verifiedCustomer(database.reader(), id);
    if (!customer) throw fail('exchange.customer_not_verified');
    return customer;
  }
  const look = () => lookAtMarket(connector, clock);
  const wishesOf = async (reader: Reader, id: string) =>
    (await findPreferences(reader, [id])).get(id) ?? freshPreferences(reader, id);
  async function mustBeConnected() {
    if (!connector.connected.market) throw fail('exchange.not_connected');
    return look();
  }

  http.route(alerts.mine, async ({ caller, query: { locale } }) => {
    const { id } = await verified(caller);
    const reader = database.reader();
    const market = await look();
    const wishes = await wishesOf(reader, id);
    const { settings } = await readAlertSettings(reader);
    const hold = (await findHolds(reader, [id])).get(id);
    const email =
      mail.configured && (await hasProvenAddress(reader, id)) ? await customerEmail(reader, id) : null;
    return {
      alerts: (await listAlerts(reader, id)).map((it) => presentAlert(it, market, clock.now())),
      // What staff stopped at their wish reads as what they stopped themselves: they take it back likewise.
      preferences: {
        ...presentPreferences(wishes),
        stopped: wishes.stoppedAt !== null || hold?.reason === 'customer_request',
      },
      optedInAt: wishes.optedInAt?.toISOString() ?? null,
      offered: settings,
      held: hold ? { reason: hold.reason, at: hold.heldAt.toISOString() } : null,
      notices: (await listNotices(reader, id, shownNotices)).map((it) => ({
        id: it.id,
        text: sayNotice(locale, wishes.timeZone, it.facts),
        at: it.at.toISOString(),
      })),
      email: email === null ? null : maskEmail(email),
      assets: presentAssets(market),
    };
  });
  http.route(alerts.create, async ({ caller, body }) => {
    const customer = await verified(caller);
    const market = await mustBeConnected();
    return presentAlert(await setAlert(platform, customer, body, market), market, clock.now());
  });
  http.route(alerts.change, async ({ caller, params, body }) => {
    const customer = await verified(caller);
    const market = await look();
    const alert = await database.write((tx) => pauseAlert(tx, customer, params.id, body.paused));
    return presentAlert(alert, market, clock.now());
  });
  http.route(alerts.remove, async ({ caller, params }) => {
    const customer = await verified(caller);
    await database.write((tx) => removeAlert(tx, customer, params.id));
  });
  http.route(alerts.prefer, async ({ caller, body }) => {
    const customer = await verified(caller);
    const { quotes } = await look();
    const strange = body.brief?.assets.find((it) => quotes && !quotes.of.has(it.toUpperCase()));
    if (strange !== undefined) throw fail('alert.asset_unknown', { asset: strange });
    return presentPreferences(
      await database.write(async (tx) => {
        // Who wishes to be sent it again lifts what they had wished to be stopped.
        if (!body.stopped) await liftOwn(tx, caller, customer.id);
        return prefer(tx, customer, body);
      }),
    );
  });
  http.route(alerts.brief, async ({ caller, query: { locale } }) => {
    const { id } = await verified(caller);
    const wishes = await wishesOf(database.reader(), id);
    const facts = composeBrief(await mustBeConnected(), wishes.brief?.assets ?? []);
    if (!facts) throw fail('server.unavailable');
    return { text: sayNotice(locale, wishes.timeZone, facts) };
  });
  async function stop(token: string): Promise<void> {
    const customerId = readStopToken(keys, token);
    if (customerId === null) throw fail('access.link_expired');
    await database.write((tx) => stopEverything(tx, customerId));
  }
  http.route(alerts.stop, ({ params }) => stop(params.token));
  // What letters name for one click. Mail programs that know nothing of it open the same address as a page, where a press stops everything: what merely
  // follows links does not.
  type Named = { Params: { token: string } };
  http.app.get<Named>('/unsubscribe/:token', (request, reply) =>
    reply.redirect(`/portal/alerts/stop#stop=${encodeURIComponent(request.params.token)}`),
  );
  http.app.register(async (scope) => {
    // The form says only that it is one click.
    scope.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { parseAs: 'buffer', bodyLimit: 1_000 },
      (_request, _body, done) => done(null, undefined),
    );
    scope.post<Named>('/unsubscribe/:token', async (request, reply) => {
      await stop(request.params.token);
      return reply.code(204).send();
    });
  });
}
