import type { Platform } from '../../platform/platform.ts';
import { deliver, deliverMessage } from './deliver.ts';
import { registerReactions } from './reactions.ts';
import { webhookRoutes } from './routes.ts';
import { deleteDeliveriesBefore } from './webhook-store.ts';

const day = 24 * 3_600_000;
/** The days that the log of a webhook is kept. */
const logKept = 14;

/** The door of the integrations module: other systems that are told what happens here. See README.md for what it promises. */
export function integrationsModule(platform: Platform): void {
  const { database, jobs } = platform;
  webhookRoutes(platform);
  registerReactions(platform);
  jobs.work(deliverMessage, (data) => deliver(platform, data));
  jobs.every('integrations.forget', day, () =>
    database.write((tx) => deleteDeliveriesBefore(tx, new Date(tx.now.getTime() - logKept * day))),
  );
}
