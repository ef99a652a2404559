import type { AlertKind } from '@fairlead/contract';
import { compareDecimals, readDecimal } from '../connector/decimal.ts';
import type { Answer, Flow, Known, Line, Next } from './flow.ts';
import { amountOf, answer, count, line, silence, text, valueOf } from './line.ts';

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
  /** A market brief comes each day. */
  readonly brief: boolean;
  /** Nothing is sent. */
  readonly stopped: boolean;
}

/** What a flow has decided to be done. Whoever says its answer to the customer does it with that; nobody else may say it. */
export type Deed =
  | {
      readonly kind: 'set';
      readonly alert: 'price_above' | 'price_below';
      readonly asset: string;
      /** In USDT. */
      readonly level: string;
      /** It is not so yet. */
      readonly armed: boolean;
    }
  | { readonly kind: 'stop' };

const inUsdt = (amount: string) => amountOf({ amount, asset: 'USDT' });

/** Sets an alert on a price, tells which there are, or stops them all; after the customer has agreed. */
export const alertsFlow: Flow = {
  id: 'alerts',
  personal: true,
  decide(known) {
    const { slots, facts } = known;
    const wish = slots.alert ?? 'list';
    if (!facts.alerts)
      return {
        kind: 'look_up',
        questions: [
          { about: 'alerts', of: null },
          { about: 'tickers', of: null },
        ],
      };
    const own = valueOf(facts.alerts);
    const silent = silence(facts, wish === 'above' || wish === 'below' ? ['alerts', 'tickers'] : ['alerts']);
    if (silent) return silent;
    if (!own) return answer('none', [line('alerts.none')], line('alerts.next'));
    if (wish === 'list') return list(own);
    return wish === 'stop' ? stop(known, own) : set(known, own, wish);
  },
};

function list({ items, stopped }: OwnAlerts): Answer {
  if (items.length === 0) return answer('none', [line('alerts.none')], line('alerts.next'));
  const off = stopped ? line('alerts.stopped') : null;
  return answer('list', [line('alerts.list'), ...items.map(item), off], line('alerts.next'));
}

function item({ kind, asset, threshold }: OwnAlerts['items'][number]): Line {
  const of = { asset: text(asset) };
  const share = { kind: 'share' as const, share: String(Number(threshold ?? '0') / 100) };
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

function set({ slots, facts, mayDo }: Known, { items, most }: OwnAlerts, side: 'above' | 'below'): Next {
  const level = readDecimal(slots.level ?? '');
  const asset = slots.asset?.toUpperCase();
  if (!mayDo || asset === undefined || level === null || compareDecimals(level, '0') <= 0) return page();
  if (items.length >= most)
    return answer('full', [line('alerts.full', { count: count(most) })], line('alerts.next'));
  const ticker = valueOf(facts.tickers)?.find(({ pair }) => pair.base === asset && pair.quote === 'USDT');
  if (!ticker)
    return answer('unknown_asset', [line('alerts.unknown', { asset: text(asset) })], line('alerts.next'));
  const params = { asset: text(asset), level: inUsdt(level), price: inUsdt(ticker.last) };
  const above = side === 'above';
  if (slots.confirmed === 'no') return left();
  if (slots.confirmed === undefined)
    return ask(above ? line('alerts.ask.above', params) : line('alerts.ask.below', params));
  const difference = compareDecimals(ticker.last, level);
  const armed = above ? difference < 0 : difference > 0;
  return {
    ...answer(
      'set',
      [
        above ? line('alerts.set.above', params) : line('alerts.set.below', params),
        armed ? null : line('alerts.already'),
      ],
      line('alerts.next'),
    ),
    deed: { kind: 'set', alert: above ? 'price_above' : 'price_below', asset, level, armed },
  };
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
