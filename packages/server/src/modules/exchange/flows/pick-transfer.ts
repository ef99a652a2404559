import type { FlowSlots } from '@fairlead/contract';
import type { Asset } from '../connector/asset.ts';
import { compareDecimals, readDecimal } from '../connector/decimal.ts';
import type { Deposit, Withdrawal } from '../connector/transfers.ts';
import type { Choice } from './flow.ts';
import { amountOf, line, moment, text } from './line.ts';
import { nameOfNetwork, networkCalled } from './name-network.ts';

/** What is older is not offered of itself. */
const recent = 14 * 86_400_000;
/** Customers say when it was from memory. */
const near = 36 * 3_600_000;
const offered = 5;

type Transfer = Deposit | Withdrawal;

export type Picked<T> =
  | { readonly kind: 'one'; readonly transfer: T }
  | { readonly kind: 'several'; readonly transfers: readonly T[] }
  | { readonly kind: 'none' };

/** Whether the customer said anything that tells one transfer from others. */
export const isDescribed = ({ asset, network, amount, at }: FlowSlots): boolean =>
  asset !== undefined || network !== undefined || amount !== undefined || at !== undefined;

/**
 * Which of the transfers the customer means: by number, by TXID, else by what they said of it. Said nothing, it is the only one of the last two
 * weeks that `isUnderWay`, or one of those weeks.
 */
export function pickTransfer<T extends Transfer>(
  transfers: readonly T[],
  slots: FlowSlots,
  now: Date,
  assets: readonly Asset[],
  isUnderWay: (it: T) => boolean,
): Picked<T> {
  const { transferId, txid } = slots;
  if (transferId !== undefined) return of(transfers.filter((it) => it.id === transferId));
  if (txid !== undefined)
    return of(transfers.filter((it) => it.txid?.toLowerCase() === txid.toLowerCase()).slice(0, 1));
  if (isDescribed(slots)) {
    const fitting = transfers.filter((it) => fits(it, slots, assets));
    const under = fitting.filter(isUnderWay);
    return of(under.length === 1 ? under : fitting);
  }
  const lately = transfers.filter((it) => now.getTime() - it.createdAt.getTime() < recent);
  const under = lately.filter(isUnderWay);
  return of(under.length === 1 ? under : lately);
}

function of<T>(found: readonly T[]): Picked<T> {
  const [first] = found;
  if (!first) return { kind: 'none' };
  return found.length === 1 ? { kind: 'one', transfer: first } : { kind: 'several', transfers: found };
}

function fits(it: Transfer, slots: FlowSlots, assets: readonly Asset[]): boolean {
  const { asset, network, amount, at } = slots;
  const said = amount === undefined ? null : readDecimal(amount);
  const listed = assets.find(({ code }) => code === it.asset);
  const meant = network !== undefined && listed ? networkCalled(listed, network) : null;
  const day = at === undefined ? Number.NaN : Date.parse(at);
  return (
    (asset === undefined || it.asset === asset.toUpperCase()) &&
    (said === null || compareDecimals(it.amount, said) === 0) &&
    (meant === null || it.network === meant.id) &&
    (Number.isNaN(day) || Math.abs(it.createdAt.getTime() - day) < near)
  );
}

/** Transfers to choose from, the newest first: amount, network and moment. */
export const choicesOf = (transfers: readonly Transfer[], assets: readonly Asset[]): Choice[] =>
  transfers.slice(0, offered).map((it) => ({
    line:
      it.network === null
        ? line('choice.transfer_inside', { amount: amountOf(it), at: moment(it.createdAt) })
        : line('choice.transfer', {
            amount: amountOf(it),
            network: text(nameOfNetwork(assets, it.asset, it.network)),
            at: moment(it.createdAt),
          }),
    slots: { transferId: it.id },
  }));
