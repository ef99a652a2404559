import type { AlertPreferences, MarketAlert } from '@fairlead/contract';
import type { AlertRecord, PreferenceRecord } from './alert.ts';
import { stateOf } from './alert-rules.ts';
import type { Market } from './look-at-market.ts';

/** An alert as it crosses the wire; a network of which the exchange says nothing now is called by the exchange's own name. */
export const presentAlert = (alert: AlertRecord, { gates }: Market, now: Date): MarketAlert => ({
  id: alert.id,
  kind: alert.kind,
  asset: alert.asset,
  threshold: alert.threshold,
  network:
    alert.network === null
      ? null
      : { id: alert.network, name: gates?.of.get(alert.asset)?.[alert.network]?.name ?? alert.network },
  repeats: alert.repeats,
  cooldownMinutes: alert.cooldownMinutes,
  endsAt: alert.endsAt?.toISOString() ?? null,
  state: stateOf(alert, now),
  firings: alert.firings,
  lastFiredAt: alert.lastFiredAt?.toISOString() ?? null,
  createdAt: alert.createdAt.toISOString(),
});

export const presentPreferences = (it: PreferenceRecord): AlertPreferences => ({
  byChat: it.byChat,
  byEmail: it.byEmail,
  timeZone: it.timeZone,
  quiet: it.quiet && { ...it.quiet },
  networksThroughQuiet: it.networksThroughQuiet,
  brief: it.brief && { hour: it.brief.hour, assets: [...it.brief.assets] },
  stopped: it.stoppedAt !== null,
});

/** What alerts can be about, by name; empty while the exchange is silent. */
export function presentAssets({ quotes, gates }: Market) {
  const codes = new Set([...(quotes?.of.keys() ?? []), ...(gates?.of.keys() ?? [])]);
  return [...codes].sort().map((code) => ({
    code,
    price: quotes?.of.get(code)?.price ?? null,
    networks: Object.entries(gates?.of.get(code) ?? {}).map(([id, { name }]) => ({ id, name })),
  }));
}
