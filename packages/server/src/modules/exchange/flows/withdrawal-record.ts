import type { Category } from '@fairlead/contract';
import type { Asset } from '../connector/asset.ts';
import type { Withdrawal } from '../connector/transfers.ts';
import type { Answer, Line, TicketPrefill } from './flow.ts';
import { amountOf, answer, count, line, moment, text } from './line.ts';
import { nameOfNetwork, networkOf, networkOfForms } from './name-network.ts';
import { prefillTicket } from './prefill-ticket.ts';
import { type Hold, linesOfHold } from './withdrawal-hold.ts';

/** Longer without a reason is longer than the help center says that it takes. */
const tooLong = 24 * 3_600_000;

type Stage = 'yours' | 'ours' | 'sending' | 'sent' | 'done' | 'back' | 'unclear';

const stages: Readonly<Record<Withdrawal['state'], Stage>> = {
  verifying: 'yours',
  submitted: 'ours',
  reexamine: 'ours',
  pass: 'sending',
  'pre-transfer': 'sending',
  'wallet-transfer': 'sent',
  confirmed: 'done',
  failed: 'back',
  canceled: 'back',
  reject: 'back',
  'wallet-reject': 'back',
  repealed: 'back',
  'confirm-error': 'unclear',
  under_review: 'unclear',
};

/** What a withdrawal's state means: where it is, whether it can be cancelled, what became of the money, and what comes next. */
export function answerOfWithdrawal(
  it: Withdrawal,
  assets: readonly Asset[],
  hold: Hold | null,
  now: Date,
): Answer {
  const stage = stages[it.state];
  const network = it.network === null ? null : networkOf(assets, it.asset, it.network);
  const inside = it.network === null && stage === 'done';
  const state = it.state.replaceAll('-', '_');
  const said = { amount: amountOf(it), at: moment(it.createdAt) };
  const waits = stage === 'ours' || stage === 'yours';
  const held = waits && hold !== null;
  const gate = network?.withdrawals ?? null;
  const closed = (waits || stage === 'sending') && gate !== null && gate.state === 'suspended';
  const stuck = !held && !closed && stage !== 'yours' && now.getTime() - it.createdAt.getTime() > tooLong;

  const lines: Array<Line | null> = [
    line(inside ? 'withdrawal.state.inside' : `withdrawal.state.${state}`, said),
    it.error && stage !== 'done'
      ? line('withdrawal.error', { error: text(it.error.message || it.error.code) })
      : null,
    ...(held ? linesOfHold(hold) : []),
    closed ? suspended(gate.reason, gate.since, nameOfNetwork(assets, it.asset, it.network ?? '')) : null,
    waits ? line('withdrawal.can_cancel') : null,
    stage === 'sending' || stage === 'sent' ? line('withdrawal.cannot_cancel') : null,
    stage === 'back' ? line('withdrawal.money_back') : null,
    // What did not go out costs nothing, and what stays within the exchange is free.
    it.network !== null && stage !== 'back' && it.fee !== '0'
      ? line('fees.fixed', { amount: amountOf({ amount: it.fee, asset: it.asset }) })
      : null,
    it.txid ? line('withdrawal.txid', { txid: text(it.txid) }) : null,
    stage === 'sent' && it.confirmations !== null
      ? line('withdrawal.blocks', { blocks: count(it.confirmations) })
      : null,
  ];
  const end = (next: string, outcome = state) => answer(outcome, lines, line(next));
  const byPerson = (outcome: string, category: Category) =>
    answer(outcome, lines, line('next.person'), ticketOf(it, assets, category));

  switch (stage) {
    case 'yours':
      return end('withdrawal.verify.next');
    case 'ours':
    case 'sending':
      if (held)
        return end(hold.until === null ? 'withdrawal.hold_open.next' : 'withdrawal.hold.next', 'held');
      if (closed) return end('withdrawal.suspended.next', 'suspended');
      if (stuck) return byPerson('late', 'deposit_withdrawal.withdrawal_pending');
      return end(stage === 'ours' ? 'withdrawal.wait.next' : 'withdrawal.sending.next');
    case 'sent':
      return stuck ? byPerson('late', 'deposit_withdrawal.withdrawal_pending') : end('withdrawal.sent.next');
    case 'done':
      return inside ? end('withdrawal.inside.next', 'inside') : end('withdrawal.done.next');
    case 'back':
      return it.state === 'canceled' ? end('withdrawal.canceled.next') : end('withdrawal.again.next');
    case 'unclear':
      return byPerson(state, 'deposit_withdrawal.withdrawal_pending');
  }
}

function suspended(reason: string | null, since: Date | null, network: string): Line {
  const said = { network: text(network) };
  if (reason !== null) return line('withdrawal.suspended_because', { ...said, reason: text(reason) });
  return since === null
    ? line('withdrawal.suspended', said)
    : line('withdrawal.suspended_since', { ...said, since: moment(since) });
}

function ticketOf(it: Withdrawal, assets: readonly Asset[], category: Category): TicketPrefill {
  const network = it.network === null ? null : networkOf(assets, it.asset, it.network);
  return prefillTicket(category, line('withdrawal.subject', { amount: amountOf(it) }), {
    asset: it.asset,
    network: network ? networkOfForms(network) : null,
    amount: it.amount,
    address: it.address,
    txid: it.txid,
    date: it.createdAt.toISOString().slice(0, 10),
  });
}
