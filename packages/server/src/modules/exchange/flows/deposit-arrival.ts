import type { Category } from '@fairlead/contract';
import type { Asset } from '../connector/asset.ts';
import type { Arrival, DepositAddress } from '../connector/transfers.ts';
import { closedDoor } from './deposit-record.ts';
import type { Answer, Line } from './flow.ts';
import { amountOf, answer, count, line, moment, text } from './line.ts';
import { nameOfNetwork, networkOf, networkOfForms } from './name-network.ts';
import { prefillTicket } from './prefill-ticket.ts';

/** What the wallets know of a transaction that is not in the customer's history: whose address it reached, and why it is not credited. */
export function answerOfArrival(it: Arrival, own: DepositAddress | null, assets: readonly Asset[]): Answer {
  const network = networkOf(assets, it.asset, it.network);
  const name = nameOfNetwork(assets, it.asset, it.network);
  const said = { amount: amountOf(it), network: text(name) };
  const arrived = line('deposit.arrived', { ...said, at: moment(it.at) });
  const byPerson = (outcome: string, category: Category, ...lines: Array<Line | null>) =>
    answer(
      outcome,
      [arrived, ...lines],
      line('next.person'),
      prefillTicket(category, line('deposit.subject', { amount: said.amount }), {
        asset: it.asset,
        network: network ? networkOfForms(network) : 'other',
        txid: it.txid,
        amount: it.amount,
        date: it.at.toISOString().slice(0, 10),
        address: it.address,
        memo: it.memo ?? own?.memo,
      }),
    );
  const ownMemo = own?.memo ? line('deposit.own_memo', { memo: text(own.memo) }) : null;
  const uncredited = 'deposit_withdrawal.deposit_not_credited';

  switch (it.problem) {
    case 'memo_missing':
      return byPerson(
        'memo_missing',
        'deposit_withdrawal.missing_memo',
        line('deposit.memo_missing'),
        ownMemo,
      );
    case 'memo_wrong':
      return byPerson('memo_wrong', 'deposit_withdrawal.missing_memo', line('deposit.memo_wrong'), ownMemo);
    case 'wrong_network':
      return byPerson('wrong_network', 'deposit_withdrawal.wrong_network', line('deposit.wrong_network'));
    case 'below_minimum': {
      const least = network?.leastDeposit ?? null;
      return answer(
        'below_minimum',
        [
          arrived,
          least === null
            ? line('deposit.below_some_minimum')
            : line('deposit.below_minimum', {
                least: amountOf({ amount: least, asset: it.asset }),
                network: said.network,
              }),
        ],
        line('deposit.below_minimum.next'),
      );
    }
    case 'deposits_suspended':
      return answer(
        'suspended',
        [
          arrived,
          (network ? closedDoor(network.deposits, name) : null) ??
            line('deposit.suspended', { network: said.network }),
        ],
        line('deposit.suspended.next'),
      );
    case 'asset_delisted':
      return byPerson('delisted', uncredited, line('deposit.delisted', { asset: text(it.asset) }));
    case 'asset_unlisted':
      return byPerson('unlisted', uncredited, line('deposit.unlisted', { asset: text(it.asset) }));
    case 'sent_by_contract':
      return byPerson('by_contract', uncredited, line('deposit.by_contract'));
    case 'under_review':
      return byPerson('arrival_under_review', uncredited, line('deposit.arrival_under_review'));
    case null:
      break;
  }
  switch (it.of) {
    case 'customer':
      return answer(
        'on_its_way',
        [
          arrived,
          it.confirmations === null ? null : line('deposit.blocks', { blocks: count(it.confirmations) }),
        ],
        line('deposit.confirming.next'),
      );
    case 'somebody_else':
      return byPerson(
        'to_somebody_else',
        'deposit_withdrawal.wrong_address',
        line('deposit.to_somebody_else'),
      );
    case 'nobody':
      return byPerson('to_nobody', 'deposit_withdrawal.wrong_address', line('deposit.to_nobody'));
  }
}
