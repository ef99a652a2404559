import type { Asset, Gate } from '../connector/asset.ts';
import type { Deposit } from '../connector/transfers.ts';
import type { Answer, Line, TicketPrefill } from './flow.ts';
import { amountOf, answer, count, line, moment, text } from './line.ts';
import { nameOfNetwork, networkOf, networkOfForms } from './name-network.ts';
import { prefillTicket } from './prefill-ticket.ts';

/** No chain takes so long by itself. */
const tooLong = 24 * 3_600_000;

/** What a deposit in the customer's history says. */
export function answerOfDeposit(it: Deposit, assets: readonly Asset[], now: Date): Answer {
  const network = it.network === null ? null : networkOf(assets, it.asset, it.network);
  const name = it.network === null ? '' : nameOfNetwork(assets, it.asset, it.network);
  const said = { amount: amountOf(it), network: text(name) };
  const { tradable = null, withdrawable = null } = network?.confirmations ?? {};
  const blocks = it.confirmations;
  const toWithdraw =
    withdrawable === null ? null : line('deposit.to_withdraw', { needed: count(withdrawable) });

  switch (it.state) {
    case 'confirming': {
      const stuck = now.getTime() - it.createdAt.getTime() > tooLong;
      const lines = [
        line('deposit.confirming', said),
        blocks === null ? null : progress(blocks, tradable),
        toWithdraw,
        network ? closedDoor(network.deposits, name) : null,
      ];
      return stuck
        ? answer('confirming_long', lines, line('next.person'), ticketOf(it, assets))
        : answer('confirming', lines, line('deposit.confirming.next'));
    }
    case 'confirmed':
      return answer(
        'tradable',
        [
          line('deposit.tradable', { ...said, at: moment(it.updatedAt) }),
          blocks === null || withdrawable === null || blocks >= withdrawable
            ? toWithdraw
            : line('deposit.withdrawable_after', {
                blocks: count(blocks),
                needed: count(withdrawable),
                left: count(withdrawable - blocks),
              }),
        ],
        line('deposit.tradable.next'),
      );
    case 'safe':
      return answer(
        it.network === null ? 'credited_inside' : 'credited',
        [
          it.network === null
            ? line('deposit.credited_inside', { amount: said.amount, at: moment(it.updatedAt) })
            : line('deposit.credited', { ...said, at: moment(it.updatedAt) }),
        ],
        line('deposit.credited.next'),
      );
    case 'orphan':
      return answer('orphaned', [line('deposit.orphaned', said)], line('deposit.orphaned.next'));
    case 'under_review':
      return answer(
        'under_review',
        [line('deposit.under_review', { amount: said.amount, at: moment(it.createdAt) })],
        line('next.person'),
        ticketOf(it, assets),
      );
  }
}

const progress = (blocks: number, needed: number | null): Line =>
  needed === null || blocks >= needed
    ? line('deposit.blocks', { blocks: count(blocks) })
    : line('deposit.blocks_of', {
        blocks: count(blocks),
        needed: count(needed),
        left: count(needed - blocks),
      });

/** That deposits rest on a network, since when and why, as far as the exchange says so; null where they do not. */
export function closedDoor(gate: Gate, network: string): Line | null {
  if (gate.state === 'open') return null;
  const said = { network: text(network) };
  if (gate.state === 'under_review') return line('deposit.door_under_review', said);
  if (gate.reason !== null) return line('deposit.suspended_because', { ...said, reason: text(gate.reason) });
  return gate.since === null
    ? line('deposit.suspended', said)
    : line('deposit.suspended_since', { ...said, since: moment(gate.since) });
}

function ticketOf(it: Deposit, assets: readonly Asset[]): TicketPrefill {
  const network = it.network === null ? null : networkOf(assets, it.asset, it.network);
  return prefillTicket(
    'deposit_withdrawal.deposit_not_credited',
    line('deposit.subject', { amount: amountOf(it) }),
    {
      asset: it.asset,
      network: network ? networkOfForms(network) : 'other',
      txid: it.txid,
      amount: it.amount,
      date: it.createdAt.toISOString().slice(0, 10),
      memo: it.memo,
    },
  );
}
