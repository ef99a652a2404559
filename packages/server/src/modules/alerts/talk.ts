import { usualCooldown } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Deed, OwnAlerts } from '../exchange/index.ts';
import type { VerifiedCustomer } from '../people/index.ts';
import { findHolds, readAlertSettings } from './alert-desk-store.ts';
import { listAlerts } from './alert-store.ts';
import { findPreferences, stopEverything } from './preference-store.ts';
import { addAlert } from './set-alert.ts';

/** The alerts of a customer, for those who talk with them. */
export const ownAlerts =
  ({ database }: Pick<Platform, 'database'>) =>
  async ({ id }: VerifiedCustomer): Promise<OwnAlerts> => {
    const reader = database.reader();
    const items = await listAlerts(reader, id);
    const wishes = (await findPreferences(reader, [id])).get(id);
    const [brief, stopped] = [Boolean(wishes?.brief), Boolean(wishes?.stoppedAt)];
    const { settings } = await readAlertSettings(reader);
    const held = (await findHolds(reader, [id])).get(id)?.reason ?? null;
    const { most, kinds, enabled } = settings;
    return { items, most, kinds, enabled, brief, stopped: stopped || held === 'customer_request', held };
  };

/** Does what a customer has agreed to in a talk, in the transaction in which it is said to be done. Throws as `addAlert` does. */
export async function doDeed(tx: Tx, customer: VerifiedCustomer, deed: Deed): Promise<void> {
  if (deed.kind === 'stop') return stopEverything(tx, customer.id);
  const { alert: kind, asset, level, network, armed } = deed;
  await addAlert(tx, {
    id: newId(tx.now.getTime()),
    customerId: customer.id,
    kind,
    asset,
    threshold: level,
    network,
    repeats: false,
    cooldownMinutes: usualCooldown,
    endsAt: null,
    state: 'active',
    armed,
    firings: 0,
    lastFiredAt: null,
    createdAt: tx.now,
  });
}
