import type { Asset, AssetNetwork, Gate } from '../connector/asset.ts';
import type { Answer, Flow, Known, Line, Next } from './flow.ts';
import { amountOf, answer, asOf, count, line, list, moment, silence, text, valueOf } from './line.ts';
import { networkCalled } from './name-network.ts';

const offered = 6;

/** Fee, least and most, confirmations of an asset on a network, and whether it comes in and goes out there. Public. */
export const feesFlow: Flow = {
  id: 'fees',
  personal: false,
  decide(known) {
    const { slots, facts } = known;
    if (!facts.assets) return { kind: 'look_up', questions: [{ about: 'assets', of: null }] };
    const silent = silence(facts, ['assets']);
    if (silent) return silent;
    const assets = valueOf(facts.assets) ?? [];
    const code = slots.asset?.toUpperCase();
    if (code === undefined)
      return {
        kind: 'ask',
        slot: 'asset',
        ask: line('fees.ask.asset'),
        choices: assets
          .filter((it) => it.listing === 'listed')
          .slice(0, offered)
          .map((it) => ({ line: line('choice.asset', { asset: text(it.code) }), slots: { asset: it.code } })),
      };
    const asset = assets.find((it) => it.code === code);
    if (!asset)
      return answer(
        'unknown_asset',
        [line('asset.unknown', { asset: text(code) })],
        line('asset.unknown.next'),
      );
    if (asset.listing !== 'listed' || asset.networks.length === 0)
      return answer('unlisted', [line('asset.delisted', { asset: text(code) })], line('asset.unknown.next'));
    return ofAsset(known, asset);
  },
};

function ofAsset({ slots, facts }: Known, asset: Asset): Next {
  const [only] = asset.networks;
  const network =
    slots.network === undefined
      ? asset.networks.length === 1
        ? (only ?? null)
        : null
      : networkCalled(asset, slots.network);
  if (network) return figures(asset, network, asOf(facts.assets));
  return {
    kind: 'ask',
    slot: 'network',
    ask:
      slots.network === undefined
        ? line('fees.ask.network', { asset: text(asset.code) })
        : line('fees.ask.other_network', { asset: text(asset.code), network: text(slots.network) }),
    choices: asset.networks.map((it) => ({
      line: line('choice.network', { network: text(it.name) }),
      slots: { asset: asset.code, network: it.name },
    })),
  };
}

function figures(asset: Asset, it: AssetNetwork, dated: Line | null): Answer {
  const amount = (value: string) => amountOf({ amount: value, asset: asset.code });
  const perhaps = (key: string, value: string | null) =>
    value === null ? null : line(key, { amount: amount(value) });
  const { tradable, withdrawable } = it.confirmations;
  const open = asset.networks.filter(
    (other) => other !== it && other.deposits.state === 'open' && other.withdrawals.state === 'open',
  );
  const isOpen = it.deposits.state === 'open' && it.withdrawals.state === 'open';
  return answer(
    isOpen ? 'figures' : 'figures_closed',
    [
      line('fees.head', { asset: text(asset.code), network: text(it.name) }),
      feeOf(it, asset.code),
      perhaps('fees.least_withdrawal', it.leastWithdrawal),
      perhaps('fees.most_withdrawal', it.mostWithdrawal),
      perhaps('fees.per_day', it.quota.perDay),
      perhaps('fees.least_deposit', it.leastDeposit),
      tradable === null ? null : line('fees.tradable', { blocks: count(tradable) }),
      withdrawable === null ? null : line('fees.withdrawable', { blocks: count(withdrawable) }),
      it.needsMemo ? line('fees.memo') : null,
      isOpen ? line('fees.open') : doorOf(it.deposits, 'deposits'),
      isOpen ? null : doorOf(it.withdrawals, 'withdrawals'),
      dated,
    ],
    isOpen || open.length === 0
      ? line(isOpen ? 'fees.next' : 'fees.closed.next')
      : line('fees.other_networks.next', { networks: list(open.map(({ name }) => name)) }),
  );
}

function feeOf({ fee }: AssetNetwork, asset: string): Line | null {
  if (fee === null) return null;
  if (fee.kind === 'fixed') return line('fees.fixed', { amount: amountOf({ amount: fee.amount, asset }) });
  const { least, most } = fee;
  const between =
    least !== null && most !== null
      ? { least: amountOf({ amount: least, asset }), most: amountOf({ amount: most, asset }) }
      : null;
  if (fee.kind === 'tiered') return between ? line('fees.tiered_between', between) : line('fees.tiered');
  const share = { kind: 'share' as const, share: fee.share };
  return between ? line('fees.ratio_between', { share, ...between }) : line('fees.ratio', { share });
}

function doorOf(gate: Gate, door: 'deposits' | 'withdrawals'): Line {
  if (gate.state === 'open') return line(`fees.${door}_open`);
  if (gate.state === 'under_review') return line(`fees.${door}_under_review`);
  if (gate.reason !== null) return line(`fees.${door}_suspended_because`, { reason: text(gate.reason) });
  return gate.since === null
    ? line(`fees.${door}_suspended`)
    : line(`fees.${door}_suspended_since`, { since: moment(gate.since) });
}
