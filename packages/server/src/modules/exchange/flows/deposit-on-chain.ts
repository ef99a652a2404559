import { recogniseTxid } from '@fairlead/chains';
import { type Network, networks } from '@fairlead/contract';
import type { ExplorerChain } from '../../../platform/config/read-explorers.ts';
import type { Asset, AssetNetwork } from '../connector/asset.ts';
import type { DepositAddress } from '../connector/transfers.ts';
import type { ChainAnswer, ChainTransaction, ChainTransfer } from '../explorer/chain-explorer.ts';
import { maskAddress } from '../mask-address.ts';
import type { Answer, Known, Line, Next } from './flow.ts';
import { amountOf, answer, count, line, list, moment, text, txid as txidValue, valueOf } from './line.ts';
import { networkCalled, networkOf, networkOfForms } from './name-network.ts';
import { prefillTicket } from './prefill-ticket.ts';

/**
 * What the chains themselves say of a TXID that is in no record of the exchange. Null where they say nothing that helps: none was asked, or it
 * may be on one that was not.
 */
export function onChain(known: Known): Next | null {
  const finding = valueOf(known.facts.onChain);
  if (!finding) return null;
  const found = chosen(finding.answers, known);
  if (!found?.found) return absent(known, finding.answers);
  const seen = { ...found, found: found.found };
  const { state } = seen.found;
  if (state === 'waiting')
    return answer(
      'unconfirmed',
      [line('deposit.chain.unconfirmed', { network: nameOf(seen.chain) }), sourceOf(seen)],
      line('deposit.chain.wait.next'),
    );
  if (state === 'reverted')
    return answer(
      'reverted',
      [line('deposit.chain.reverted', { network: nameOf(seen.chain) }), sourceOf(seen)],
      line('deposit.chain.reverted.next'),
    );
  return placed(known, seen);
}

type Seen = ChainAnswer & { readonly found: ChainTransaction };

const nameOf = (chain: ExplorerChain) => text(networks[chain].name);
const sourceOf = ({ source, asOf }: ChainAnswer): Line =>
  line('deposit.chain.source', { source: text(source), at: moment(asOf) });

/** Where it is on several, the one of which the customer speaks. */
function chosen(answers: readonly ChainAnswer[], known: Known): ChainAnswer | null {
  const found = answers.filter((it) => it.found);
  return found.find((it) => saidChains(known).includes(it.chain)) ?? found[0] ?? null;
}

/** The chains that the customer can mean: the one that they named, else those of the asset. Empty where they said neither. */
function saidChains({ slots, facts }: Known): Network[] {
  const code = slots.asset?.toUpperCase();
  const { network } = slots;
  const forms = recogniseTxid(slots.txid ?? '');
  // One that we have no name for can be it, too.
  const possible = (of: readonly AssetNetwork[]) =>
    [...new Set(of.map(networkOfForms))].filter((it) => {
      const { chain } = networks[it];
      return chain === null || forms.includes(chain);
    });
  const assets = (valueOf(facts.assets) ?? []).filter((it) => code === undefined || it.code === code);
  if (network !== undefined) {
    const called = assets.flatMap((it) => networkCalled(it, network) ?? []);
    return possible(called);
  }
  return code === undefined ? [] : possible(assets.flatMap((it) => it.networks));
}

/** No explorer that answered has it. It was not sent out only where every chain was looked at that it can be on. */
function absent(known: Known, answers: readonly ChainAnswer[]): Answer | null {
  const asked = answers.filter((it) => it.state === 'not_found');
  const said = saidChains(known);
  const [first] = asked;
  if (!first || said.length === 0 || !said.every((chain) => asked.some((it) => it.chain === chain)))
    return null;
  const of = asked.filter((it) => said.includes(it.chain));
  return answer(
    'not_broadcast',
    [
      line('deposit.chain.absent', {
        txid: txidValue(known.slots.txid ?? ''),
        networks: list(of.map((it) => networks[it.chain].name)),
      }),
      ...of.map(sourceOf),
    ],
    line('deposit.chain.absent.next'),
  );
}

/** Addresses of some chains are the same in any case. */
const same = (a: string, b: string) =>
  a === b || (/^(0x|bc1|ltc1)/i.test(a) && a.toLowerCase() === b.toLowerCase());

/** It is carried out: to an address of the customer's or not, over the network that belongs to it or not. */
function placed(known: Known, seen: Seen): Next {
  const { slots, facts } = known;
  const assets = valueOf(facts.assets) ?? [];
  const code = slots.asset?.toUpperCase() ?? listedOf(seen.found.transfers, assets);
  if (code !== undefined && !facts.addresses)
    return { kind: 'look_up', questions: [{ about: 'addresses', of: code }] };
  const own = valueOf(facts.addresses) ?? [];
  const mine = seen.found.transfers.find((it) => own.some(({ address }) => same(it.to, address)));
  if (mine) return toOwn(seen, mine, own, assets);
  const shown = seen.found.transfers.find((it) => it.asset === code) ?? seen.found.transfers[0];
  if (own.length > 0 && seen.found.complete)
    return answer(
      'not_own_address',
      [shown ? sentLine(seen, shown) : null, line('deposit.chain.not_own'), sourceOf(seen)],
      line('deposit.not_own_address.next'),
    );
  return answer(
    'on_chain',
    [
      shown ? sentLine(seen, shown) : null,
      line('deposit.blocks', { blocks: count(seen.found.confirmations) }),
      sourceOf(seen),
    ],
    line('deposit.chain.compare.next'),
  );
}

/** The first thing that it moves and the exchange lists. */
const listedOf = (transfers: readonly ChainTransfer[], assets: readonly Asset[]): string | undefined =>
  transfers.find((it) => assets.some(({ code }) => code === it.asset))?.asset;

const sentLine = ({ chain, found, asOf }: Seen, it: ChainTransfer): Line =>
  line('deposit.chain.sent', {
    amount: amountOf(it),
    network: nameOf(chain),
    at: moment(found.at ?? asOf),
    address: text(maskAddress(it.to)),
  });

function toOwn(
  seen: Seen,
  it: ChainTransfer,
  own: readonly DepositAddress[],
  assets: readonly Asset[],
): Answer {
  const { chain, found } = seen;
  const fitting = networkFor(chain, it, own, assets);
  const said = [sentLine(seen, it), line('deposit.blocks', { blocks: count(found.confirmations) })];
  const ticket = (category: 'wrong_network' | 'deposit_not_credited' | 'missing_memo') =>
    prefillTicket(`deposit_withdrawal.${category}`, line('deposit.subject', { amount: amountOf(it) }), {
      asset: it.asset,
      network: chain,
      txid: found.txid,
      amount: it.amount,
      date: found.at?.toISOString().slice(0, 10),
      address: it.to,
      memo: it.memo ?? undefined,
    });
  const byPerson = (outcome: string, category: Parameters<typeof ticket>[0], why: Line) =>
    answer(outcome, [...said, why, sourceOf(seen)], line('next.person'), ticket(category));
  if (!fitting)
    return reachedOver(chain, it, own, assets)
      ? byPerson('unlisted', 'deposit_not_credited', line('deposit.unlisted', { asset: text(it.asset) }))
      : byPerson('wrong_network', 'wrong_network', line('deposit.wrong_network'));
  const memo = memoProblem(it, own);
  if (memo)
    return answer(
      memo.outcome,
      [
        ...said,
        line(`deposit.${memo.outcome}`),
        line('deposit.own_memo', { memo: text(memo.own) }),
        sourceOf(seen),
      ],
      line('next.person'),
      ticket('missing_memo'),
    );
  const needed = fitting.confirmations.tradable;
  if (needed !== null && found.confirmations < needed)
    return answer('waits_on_chain', [...said, sourceOf(seen)], line('deposit.chain.wait.next'));
  if (it.kind === 'internal')
    return byPerson('by_contract', 'deposit_not_credited', line('deposit.by_contract'));
  return byPerson('uncredited_on_chain', 'deposit_not_credited', line('deposit.chain.uncredited'));
}

/** What is wrong with a memo, where the customer's address has one and the explorer says what was written; null where nothing is. */
function memoProblem(
  { to, memo }: ChainTransfer,
  addresses: readonly DepositAddress[],
): { outcome: 'memo_missing' | 'memo_wrong'; own: string } | null {
  const memos = addresses.flatMap((it) => (same(to, it.address) && it.memo ? [it.memo] : []));
  const [own] = memos;
  if (memo === undefined || own === undefined || (memo !== null && memos.includes(memo))) return null;
  return { outcome: memo === null ? 'memo_missing' : 'memo_wrong', own };
}

/** The network of the asset over which this came to this address; null where there is none. */
function networkFor(
  chain: ExplorerChain,
  it: ChainTransfer,
  own: readonly DepositAddress[],
  assets: readonly Asset[],
): AssetNetwork | null {
  const reached = own.find(
    ({ asset, network, address }) =>
      asset === it.asset && same(it.to, address) && isOn(chain, networkOf(assets, asset, network)),
  );
  return reached ? networkOf(assets, reached.asset, reached.network) : null;
}

/** Whether the address belongs to this chain, whatever came to it. */
const reachedOver = (
  chain: ExplorerChain,
  it: ChainTransfer,
  own: readonly DepositAddress[],
  assets: readonly Asset[],
): boolean =>
  own.some(
    ({ asset, network, address }) => same(it.to, address) && isOn(chain, networkOf(assets, asset, network)),
  );

const isOn = (chain: ExplorerChain, network: AssetNetwork | null) =>
  network !== null && networkOfForms(network) === chain;
