import type { Platform } from '../../platform/platform.ts';
import type { ExchangeConnector } from '../exchange/index.ts';
import { alertDeskRoutes } from './desk-routes.ts';
import { deleteNoticesBefore } from './notice-store.ts';
import { alertRoutes } from './routes.ts';
import { sendBriefs } from './send-briefs.ts';
import { sweepAlerts } from './sweep-alerts.ts';
import { tellJob, tellNotices } from './tell-notices.ts';

export { doDeed, ownAlerts } from './talk.ts';

const sweepEvery = 15_000;
const briefEvery = 60_000;
const forgetEvery = 3_600_000;
/** Nobody asks what the market did a quarter of a year ago. */
const keptNotices = 90 * 24 * 3_600_000;

/** The door of the alerts module: what customers want to be told of the market, and that they are told. See README.md for what it promises. */
export function alertsModule(platform: Platform, { connector }: { connector: ExchangeConnector }): void {
  const { database, jobs } = platform;
  alertRoutes(platform, connector);
  alertDeskRoutes(platform, connector);
  jobs.work(tellJob, (order) => tellNotices(platform, order));
  jobs.every('alerts.sweep', sweepEvery, () => sweepAlerts(platform, connector));
  jobs.every('alerts.briefs', briefEvery, () => sendBriefs(platform, connector));
  jobs.every('alerts.forget', forgetEvery, () =>
    database.write((tx) => deleteNoticesBefore(tx, new Date(tx.now.getTime() - keptNotices))),
  );
}
