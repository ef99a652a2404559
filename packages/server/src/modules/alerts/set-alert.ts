import type { endpoints } from '@fairlead/contract';
import type { z } from 'zod';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { compareDecimals, readDecimal } from '../exchange/index.ts';
import type { VerifiedCustomer } from '../people/index.ts';
import type { AlertRecord } from './alert.ts';
import { readAlertSettings } from './alert-desk-store.ts';
import { isMet } from './alert-rules.ts';
import { deleteAlert, insertAlert, listAlerts, lockAlert, saveAlerts } from './alert-store.ts';
import { mustNotBeHeld } from './hold-alerts.ts';
import type { Market } from './look-at-market.ts';
import { freshPreferences } from './prefer.ts';
import { lockPreferences, savePreferences } from './preference-store.ts';

type Wish = z.output<(typeof endpoints)['alerts']['create']['body']>;

/** Sets an alert for a customer. Throws `request.invalid`, `server.unavailable` while the exchange is silent, `alert.asset_unknown`, and as `addAlert` does. */
export async function setAlert(
  { database }: Platform,
  customer: VerifiedCustomer,
  wish: Wish,
  market: Market,
): Promise<AlertRecord> {
  const { kind, repeats, cooldownMinutes } = wish;
  const asset = wish.asset.toUpperCase();
  const { threshold, network, armed } = checked({ ...wish, asset }, market);
  return database.write(async (tx) => {
    const endsAt = wish.endsAt === null ? null : new Date(wish.endsAt);
    if (endsAt && endsAt <= tx.now) throw fail('request.invalid', { field: 'endsAt' });
    const alert: AlertRecord = {
      id: newId(tx.now.getTime()),
      customerId: customer.id,
      kind,
      asset,
      threshold,
      network,
      repeats,
      cooldownMinutes,
      endsAt,
      state: 'active',
      armed,
      firings: 0,
      lastFiredAt: null,
      createdAt: tx.now,
    };
    await addAlert(tx, alert);
    return alert;
  });
}

/**
 * Keeps an alert, and since when its customer wishes to be told. Throws `alert.switched_off`, `alert.kind_not_offered`, `alert.held`,
 * `alert.too_many`.
 */
export async function addAlert(tx: Tx, alert: AlertRecord): Promise<void> {
  // Held, so that two requests at once are counted one after the other.
  const wishes = await lockPreferences(tx, await freshPreferences(tx, alert.customerId));
  const { settings } = await readAlertSettings(tx);
  if (!settings.enabled) throw fail('alert.switched_off');
  if (!settings.kinds.includes(alert.kind)) throw fail('alert.kind_not_offered');
  await mustNotBeHeld(tx, alert.customerId);
  if ((await listAlerts(tx, alert.customerId)).length >= settings.most)
    throw fail('alert.too_many', { maximum: settings.most });
  if (!wishes.optedInAt) await savePreferences(tx, { ...wishes, optedInAt: tx.now });
  await insertAlert(tx, alert);
}

/** What the exchange has to know for an alert to make sense; and whether it can be told of already, or is so already. */
function checked(
  { kind, asset, threshold: typed, network }: Pick<Wish, 'kind' | 'asset' | 'threshold' | 'network'>,
  { quotes, gates }: Market,
): Pick<AlertRecord, 'threshold' | 'network' | 'armed'> {
  if (kind === 'networks') {
    if (!gates) throw fail('server.unavailable');
    const networks = gates.of.get(asset);
    if (!networks || (network !== null && !networks[network])) throw fail('alert.asset_unknown', { asset });
    if (typed !== null) throw fail('request.invalid', { field: 'threshold' });
    return { threshold: null, network, armed: true };
  }
  const threshold = typed === null ? null : readDecimal(typed);
  if (threshold === null || network !== null) throw fail('request.invalid', { field: 'threshold' });
  const moves = kind === 'moved_hour' || kind === 'moved_day';
  if (moves && (compareDecimals(threshold, '0.1') < 0 || compareDecimals(threshold, '1000') > 0))
    throw fail('request.invalid', { field: 'threshold' });
  if (!quotes) throw fail('server.unavailable');
  const quote = quotes.of.get(asset);
  if (!quote) throw fail('alert.asset_unknown', { asset });
  const { price, day } = quote;
  return { threshold, network: null, armed: isMet(kind, threshold, { price, day, hour: null }) !== true };
}

/** A customer pauses an alert, or has it watch again. Throws `alert.not_found`. */
export async function pauseAlert(
  tx: Tx,
  customer: VerifiedCustomer,
  id: string,
  paused: boolean,
): Promise<AlertRecord> {
  const alert = await lockAlert(tx, customer.id, id);
  if (!alert) throw fail('alert.not_found');
  if (alert.state === 'done') return alert;
  const after: AlertRecord = { ...alert, state: paused ? 'paused' : 'active' };
  await saveAlerts(tx, [after]);
  return after;
}

/** A customer removes an alert. Throws `alert.not_found`. */
export async function removeAlert(tx: Tx, customer: VerifiedCustomer, id: string): Promise<void> {
  if (!(await deleteAlert(tx, customer.id, id))) throw fail('alert.not_found');
}
