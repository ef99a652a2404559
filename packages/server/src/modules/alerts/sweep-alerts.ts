import { type AlertKind, alertKinds } from '@fairlead/contract';
import type { Platform } from '../../platform/platform.ts';
import type { ExchangeConnector } from '../exchange/index.ts';
import type { AlertRecord, NoticeFacts } from './alert.ts';
import { readAlertSettings } from './alert-desk-store.ts';
import { afterFiring, type Figures, judge } from './alert-rules.ts';
import { lockChanging, lockOnNetworks, saveAlerts, watchedAssets } from './alert-store.ts';
import { lookAtMarket } from './look-at-market.ts';
import { keepSample, putGates, readGates, sampleBetween } from './market-store.ts';
import { changeFrom, type Gates, gateChanges, mergedGates, type Quote, type View } from './market-view.ts';
import { noticeOf, orderNotices } from './order-notices.ts';
import { findPreferences } from './preference-store.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Prices of so long before or after are those of an hour ago; and samples of longer ago are needed no more. */
const hourSlack = 3 * minute;
/** Gates that were looked at longer ago than this are learned anew: what changed meanwhile is old news. */
const longestGap = 15 * minute;
const batch = 500;

/** Asks the market once and tells of every alert that it sets off. */
export async function sweepAlerts(platform: Platform, connector: ExchangeConnector): Promise<void> {
  if (!connector.connected.market) return;
  const { settings } = await readAlertSettings(platform.database.reader());
  if (!settings.enabled) return;
  const { quotes, gates } = await lookAtMarket(connector, platform.clock);
  if (quotes) await judgeFigures(platform, quotes, settings.kinds);
  if (gates && settings.kinds.includes('networks')) await noticeGates(platform, gates);
}

/** What assets stand at, with what they stood at an hour ago; and keeps the prices for the next hour. */
async function figuresOf({ database }: Platform, { at, of }: View<Quote>): Promise<Map<string, Figures>> {
  const time = at.getTime();
  const ago = new Date(time - hour + hourSlack);
  const before = await sampleBetween(database.reader(), new Date(time - hour - hourSlack), ago);
  const prices = Object.fromEntries([...of].map(([asset, { price }]) => [asset, price]));
  const sampled = new Date(Math.floor(time / minute) * minute);
  await database.write((tx) => keepSample(tx, sampled, prices, new Date(time - hour - 2 * hourSlack)));
  return new Map(
    [...of].map(([asset, { price, day }]) => {
      const was = before[asset];
      return [asset, { price, day, hour: was === undefined ? null : changeFrom(was, price) }];
    }),
  );
}

/** Judges the alerts on figures, some at a time; each some in a transaction with what is to be told of them. Exported for the bench. */
export async function judgeFigures(
  platform: Platform,
  quotes: View<Quote>,
  kinds: readonly AlertKind[] = alertKinds,
): Promise<void> {
  const figures = await figuresOf(platform, quotes);
  const asOf = quotes.at.toISOString();
  for (let after: string | null = null; ; ) {
    const found: AlertRecord[] = await platform.database.write(async (tx) => {
      const alerts = await lockChanging(tx, figures, { after, limit: batch, kinds });
      const wishes = await findPreferences(
        tx,
        alerts.map((it) => it.customerId),
      );
      const judged = alerts.flatMap((alert) => {
        const of = figures.get(alert.asset);
        const verdict = of ? judge(alert, of, tx.now) : null;
        return of && verdict ? [{ alert, of, verdict }] : [];
      });
      await saveAlerts(
        tx,
        judged.map(({ alert, verdict }) =>
          verdict === 'fire' ? afterFiring(alert, tx.now) : { ...alert, armed: true },
        ),
      );
      const notices = judged.flatMap(({ alert, of, verdict }) => {
        const facts = verdict === 'fire' ? factsOf(alert, of, asOf) : null;
        return facts ? [noticeOf(alert, facts, wishes.get(alert.customerId), tx.now)] : [];
      });
      await orderNotices(tx, platform.jobs, notices);
      return alerts;
    });
    after = found.at(-1)?.id ?? null;
    if (found.length < batch) return;
  }
}

function factsOf({ kind, asset, threshold }: AlertRecord, of: Figures, asOf: string): NoticeFacts | null {
  const { price } = of;
  switch (kind) {
    case 'price_above':
    case 'price_below':
      return threshold === null ? null : { kind, asset, threshold, price, asOf };
    case 'moved_hour':
      return of.hour === null ? null : { kind, asset, change: of.hour, price, asOf };
    case 'moved_day':
      return of.day === null ? null : { kind, asset, change: of.day, price, asOf };
    case 'networks':
      return null;
  }
}

/** Finds which gates of watched assets opened or closed since they were looked at last, and tells whoever wants to hear of it. */
async function noticeGates({ database, jobs }: Platform, gates: View<Gates>): Promise<void> {
  await database.write(async (tx) => {
    const watched = await watchedAssets(tx);
    const known = await readGates(tx);
    const now = new Map(
      watched.flatMap((asset) => (gates.of.has(asset) ? [[asset, gates.of.get(asset) ?? {}]] : [])),
    );
    const changed = new Map(
      [...now].flatMap(([asset, networks]) => {
        const before = known.get(asset);
        if (!before || gates.at.getTime() - before.asOf.getTime() > longestGap) return [];
        const changes = gateChanges(before.networks, networks);
        return changes.length > 0 ? [[asset, { changes, since: before.asOf }] as const] : [];
      }),
    );
    const kept = [...now].map(([asset, networks]) => {
      const before = known.get(asset);
      return [asset, before ? mergedGates(before.networks, networks) : networks] as const;
    });
    await putGates(tx, new Map(kept), gates.at);
    if (changed.size === 0) return;
    const alerts = await lockOnNetworks(tx, [...changed.keys()]);
    const wishes = await findPreferences(
      tx,
      alerts.map((it) => it.customerId),
    );
    const fired = alerts.flatMap((alert) => {
      const of = changed.get(alert.asset);
      // Who asked later than the last look did not ask about this.
      if (!of || alert.createdAt > of.since) return [];
      const changes = of.changes.filter((it) => alert.network === null || it.network === alert.network);
      if (changes.length === 0) return [];
      const { asset } = alert;
      const facts = { kind: 'networks' as const, asset, changes, asOf: gates.at.toISOString() };
      return [{ alert, notice: noticeOf(alert, facts, wishes.get(alert.customerId), tx.now) }];
    });
    await saveAlerts(
      tx,
      fired.map(({ alert }) => afterFiring(alert, tx.now)),
    );
    await orderNotices(
      tx,
      jobs,
      fired.map((it) => it.notice),
    );
  });
}
