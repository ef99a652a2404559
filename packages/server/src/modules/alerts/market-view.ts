import type { Asset, Dated, Ticker } from '../exchange/index.ts';
import type { GateChange } from './alert.ts';

/** What an asset stands at against USDT. Changes in percent. */
export interface Quote {
  readonly price: string;
  readonly high: string;
  readonly low: string;
  /** Of 24 hours, in USDT. */
  readonly turnover: string;
  readonly day: number | null;
}

/** Figures of one moment. */
export interface View<T> {
  readonly at: Date;
  readonly of: ReadonlyMap<string, T>;
}

/** Whether deposits and withdrawals of a network are open; null where the exchange does not say. */
interface GateState {
  readonly name: string;
  readonly deposits: boolean | null;
  readonly withdrawals: boolean | null;
}
export type Gates = Readonly<Record<string, GateState>>;

/** Prices older than this, in milliseconds, tell nobody of anything; nor do gates. */
const oldestPrices = 60_000;
const oldestGates = 10 * 60_000;

/** What assets stand at; null where the exchange's answer is too old to tell anybody of. */
export function quotesOf({ value, asOf, stale }: Dated<readonly Ticker[]>, now: Date): View<Quote> | null {
  if (stale || now.getTime() - asOf.getTime() > oldestPrices) return null;
  const quotes = value
    .filter(({ pair, last }) => pair.quote === 'USDT' && Number(last) > 0)
    .map(
      ({ pair, last, open, high, low, turnover }) =>
        [pair.base, { price: last, high, low, turnover, day: changeFrom(open, last) }] as const,
    );
  return { at: asOf, of: new Map(quotes) };
}

/** From one price to another, in percent to four places; null from nothing. */
export function changeFrom(before: string, now: string): number | null {
  const from = Number(before);
  return from > 0 ? Math.round(((Number(now) - from) / from) * 1_000_000) / 10_000 : null;
}

/** Which networks are open; null where the answer is too old. */
export function gatesOf({ value, asOf, stale }: Dated<readonly Asset[]>, now: Date): View<Gates> | null {
  if (stale || now.getTime() - asOf.getTime() > oldestGates) return null;
  const isOpen = (state: string) => (state === 'under_review' ? null : state === 'open');
  return {
    at: asOf,
    of: new Map(
      value.map(({ code, networks }) => [
        code,
        Object.fromEntries(
          networks.map(({ id, name, deposits, withdrawals }) => [
            id,
            { name, deposits: isOpen(deposits.state), withdrawals: isOpen(withdrawals.state) },
          ]),
        ),
      ]),
    ),
  };
}

const gateNames = ['deposits', 'withdrawals'] as const;

/** Which gates opened or closed between two looks. A network that is new, or of which one of them says nothing, has not changed. */
export function gateChanges(before: Gates, after: Gates): GateChange[] {
  return Object.entries(after).flatMap(([network, now]) =>
    gateNames.flatMap((gate) => {
      const was = before[network]?.[gate] ?? null;
      const open = now[gate];
      return was === null || open === null || was === open ? [] : [{ network, name: now.name, gate, open }];
    }),
  );
}

/** What is known now, with what was known before of gates of which nothing is said now. */
export const mergedGates = (before: Gates, after: Gates): Gates =>
  Object.fromEntries(
    Object.entries(after).map(([network, { name, deposits, withdrawals }]) => [
      network,
      {
        name,
        deposits: deposits ?? before[network]?.deposits ?? null,
        withdrawals: withdrawals ?? before[network]?.withdrawals ?? null,
      },
    ]),
  );

/** The gates that are closed. */
export const closedGates = (gates: Gates): GateChange[] =>
  Object.entries(gates).flatMap(([network, of]) =>
    gateNames.flatMap((gate) => (of[gate] === false ? [{ network, name: of.name, gate, open: false }] : [])),
  );
