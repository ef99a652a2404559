import type { AlertHoldReason, AlertKind } from '@fairlead/contract';
import { compareDecimals, readDecimal } from '../connector/decimal.ts';
import type { Answer, Flow, Known, Line, Next } from './flow.ts';
import { amountOf, answer, count, line, silence, text, valueOf } from './line.ts';
import { networkCalled } from './name-network.ts';

/** The alerts of a customer, as far as a flow tells of them. */
export interface OwnAlerts {
  readonly items: ReadonlyArray<{
    readonly kind: AlertKind;
    readonly asset: string;
    /** A price in USDT, or percent; null for networks. */
    readonly threshold: string | null;
  }>;
  /** So many a customer may have. */
  readonly most: number;
  /** Those that there are. */
  readonly kinds: readonly AlertKind[];
  /** There are alerts at all. */
  readonly enabled: boolean;
  /** A market brief comes each day. */
  readonly brief: boolean;
  /** Nothing is sent. */
  readonly stopped: boolean;
  /** Why staff stopped it; null where they did not. */
  readonly held: AlertHoldReason | null;
}

/** What a flow has decided to be done. Whoever says its answer to the customer does it with that; nobody else may say it. */
export type Deed =
  | {
      readonly kind: 'set';
      readonly alert: AlertKind;
      readonly asset: string;
      /** In USDT, or percent; null for networks. */
      readonly level: string | null;
      /** One network by the exchange's name; null for every one, and where it is about figures. */
      readonly network: string | null;
      /** It is not so yet. */
      readonly armed: boolean;
    }
  | { readonly kind: 'stop' };

const shareOf = (percent: string) => ({ kind: 'share' as const, share: String(Number(percent) / 100) });
const inUsdt = (amount: string) => amountOf({ amount, asset: 'USDT' });

const kindOf = {
  above: 'price_above',
  below: 'price_below',
  hour: 'moved_hour',
  day: 'moved_day',
  networks: 'networks',
} as const satisfies Partial<Record<string, AlertKind>>;
type Wished = keyof typeof kindOf;

/** Sets an alert on a price, a move or networks, tells which there are, or stops them all; after the customer has agreed. */
export const alertsFlow: Flow = {
  id: 'alerts',
  personal: true,
  decide(known) {
    const { slots, facts } = known;
    const wish = slots.alert ?? 'list';
    const market = wish === 'networks' ? 'assets' : 'tickers';
    if (!facts.alerts)
      return {
        kind: 'look_up',
        questions: [
          { about: 'alerts', of: null },
          { about: market, of: null },
        ],
      };
    const own = valueOf(facts.alerts);
    const sets = wish !== 'list' && wish !== 'stop';
    const silent = silence(facts, sets ? ['alerts', market] : ['alerts']);
    if (silent) return silent;
    if (!own) return answer('none', [line('alerts.none')], line('alerts.next'));
    if (wish === 'list') return list(own);
    return wish === 'stop' ? stop(known, own) : set(known, own, wish);
  },
};

/** Nothing is sent, whatever there is, and not because the customer wished so. */
const offLine = ({ enabled, held }: OwnAlerts): Line | null =>
  !enabled
    ? line('alerts.off')
    : held !== null && held !== 'customer_request'
      ? line(`alerts.held.${held}`)
      : null;

function list(own: OwnAlerts): Answer {
  const { items, stopped } = own;
  const off = offLine(own) ?? (stopped ? line('alerts.stopped') : null);
  if (items.length === 0) return answer('none', [line('alerts.none')], line('alerts.next'));
  return answer('list', [line('alerts.list'), ...items.map(item), off], line('alerts.next'));
}

function item({ kind, asset, threshold }: OwnAlerts['items'][number]): Line {
  const of = { asset: text(asset) };
  const share = shareOf(threshold ?? '0');
  switch (kind) {
    case 'price_above':
      return line('alerts.item.above', { ...of, level: inUsdt(threshold ?? '0') });
    case 'price_below':
      return line('alerts.item.below', { ...of, level: inUsdt(threshold ?? '0') });
    case 'moved_hour':
      return line('alerts.item.hour', { ...of, share });
    case 'moved_day':
      return line('alerts.item.day', { ...of, share });
    case 'networks':
      return line('alerts.item.networks', of);
  }
}

const left = (): Answer => answer('left', [line('alerts.left')], line('alerts.next'));
const page = (): Answer => answer('page', [line('alerts.page')], line('alerts.next'));

function stop({ slots, mayDo }: Known, { items, brief, stopped }: OwnAlerts): Next {
  if (stopped) return answer('stopped', [line('alerts.stopped')], line('alerts.stopped.next'));
  if (items.length === 0 && !brief) return answer('none', [line('alerts.none')], line('alerts.next'));
  if (!mayDo) return page();
  if (slots.confirmed === 'no') return left();
  if (slots.confirmed === undefined) return ask(line('alerts.ask.stop'));
  return {
    ...answer('stopped', [line('alerts.stopped')], line('alerts.stopped.next')),
    deed: { kind: 'stop' },
  };
}

function set(known: Known, own: OwnAlerts, wish: Wished): Next {
  const { slots, mayDo } = known;
  const kind = kindOf[wish];
  const off = offLine(own);
  if (off) return answer(own.enabled ? 'held' : 'off', [off], line('alerts.off.next'));
  if (!own.kinds.includes(kind))
    return answer('not_offered', [line('alerts.not_offered')], line('alerts.next'));
  const asset = slots.asset?.toUpperCase();
  if (!mayDo || asset === undefined) return page();
  const found = wish === 'networks' ? onNetworks(known, asset) : onFigure(known, asset, wish);
  if (!found) return page();
  if ('unknown' in found) return answer('unknown_asset', [found.unknown], line('alerts.next'));
  if (own.items.length >= own.most)
    return answer('full', [line('alerts.full', { count: count(own.most) })], line('alerts.next'));
  if (slots.confirmed === 'no') return left();
  if (slots.confirmed === undefined) return ask(found.ask);
  const { level, network, armed } = found;
  return {
    ...answer('set', [found.set, armed ? null : line('alerts.already')], line('alerts.next')),
    deed: { kind: 'set', alert: kind, asset, level, network, armed },
  };
}

interface Wish {
  readonly ask: Line;
  readonly set: Line;
  readonly level: string | null;
  readonly network: string | null;
  readonly armed: boolean;
}

/** A price, or a move in percent. Null where it makes no sense. */
function onFigure(
  { slots, facts }: Known,
  asset: string,
  wish: Exclude<Wished, 'networks'>,
): Wish | { unknown: Line } | null {
  const level = readDecimal(slots.level ?? '');
  if (level === null || compareDecimals(level, '0') <= 0) return null;
  const moves = wish === 'hour' || wish === 'day';
  if (moves && (compareDecimals(level, '0.1') < 0 || compareDecimals(level, '1000') > 0)) return null;
  const ticker = valueOf(facts.tickers)?.find(({ pair }) => pair.base === asset && pair.quote === 'USDT');
  if (!ticker) return { unknown: line('alerts.unknown', { asset: text(asset) }) };
  if (moves) {
    const params = { asset: text(asset), share: shareOf(level) };
    const from = Number(ticker.open);
    const moved = from > 0 ? (Math.abs(Number(ticker.last) - from) / from) * 100 : 0;
    return {
      ask: wish === 'hour' ? line('alerts.ask.hour', params) : line('alerts.ask.day', params),
      set: wish === 'hour' ? line('alerts.set.hour', params) : line('alerts.set.day', params),
      level,
      network: null,
      armed: wish === 'hour' || moved < Number(level),
    };
  }
  const params = { asset: text(asset), level: inUsdt(level), price: inUsdt(ticker.last) };
  const above = wish === 'above';
  const difference = compareDecimals(ticker.last, level);
  return {
    ask: above ? line('alerts.ask.above', params) : line('alerts.ask.below', params),
    set: above ? line('alerts.set.above', params) : line('alerts.set.below', params),
    level,
    network: null,
    armed: above ? difference < 0 : difference > 0,
  };
}

/** Deposits and withdrawals of an asset, on the network that was named or on every one. */
function onNetworks({ slots, facts }: Known, asset: string): Wish | { unknown: Line } {
  const listed = valueOf(facts.assets)?.find(({ code }) => code === asset);
  if (!listed || listed.networks.length === 0)
    return { unknown: line('alerts.unlisted', { asset: text(asset) }) };
  const network = slots.network === undefined ? null : networkCalled(listed, slots.network);
  const of = { asset: text(asset) };
  const rest = { level: null, network: network?.id ?? null, armed: true };
  if (network === null)
    return { ask: line('alerts.ask.networks', of), set: line('alerts.set.networks', of), ...rest };
  const params = { ...of, network: text(network.name) };
  return { ask: line('alerts.ask.network', params), set: line('alerts.set.network', params), ...rest };
}

const ask = (question: Line): Next => ({
  kind: 'ask',
  slot: 'confirmed',
  ask: question,
  choices: [
    { line: line('alerts.yes'), slots: { confirmed: 'yes' } },
    { line: line('alerts.no'), slots: { confirmed: 'no' } },
  ],
});
