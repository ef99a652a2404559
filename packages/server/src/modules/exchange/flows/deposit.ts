import { recogniseTxid } from '@fairlead/chains';
import type { Arrival } from '../connector/transfers.ts';
import { answerOfArrival } from './deposit-arrival.ts';
import { onChain } from './deposit-on-chain.ts';
import { answerOfDeposit } from './deposit-record.ts';
import { askForAddress, notSeen } from './deposit-unseen.ts';
import type { Flow, Known, Next, Question } from './flow.ts';
import { line, silence, valueOf } from './line.ts';
import { choicesOf, isDescribed, pickTransfer } from './pick-transfer.ts';

/**
 * Where a deposit is: in the customer's history, else known to the exchange's wallets by its TXID, else
 * on a chain by its explorer, else not seen yet. From a TXID, from what the
 * customer says of it, or from nothing: then it is looked for among the newest.
 */
export const depositFlow: Flow = {
  id: 'deposit',
  personal: true,
  decide(known) {
    const { slots, facts, now } = known;
    if (!facts.deposits) return { kind: 'look_up', questions: firstQuestions(known) };
    const silent = silence(facts, ['deposits']);
    if (silent) return silent;
    const assets = valueOf(facts.assets) ?? [];
    const picked = pickTransfer(
      valueOf(facts.deposits) ?? [],
      slots,
      now,
      assets,
      (it) => it.state === 'confirming',
    );
    if (picked.kind === 'one') return answerOfDeposit(picked.transfer, assets, now);
    if (picked.kind === 'several' && slots.another === undefined)
      return {
        kind: 'ask',
        slot: 'transferId',
        ask: line('deposit.ask.which'),
        choices: [
          ...choicesOf(picked.transfers, assets),
          { line: line('choice.another_deposit'), slots: { another: 'yes' } },
        ],
      };
    return unbooked(known);
  },
};

const firstQuestions = ({ slots: { txid } }: Known): Question[] => [
  { about: 'assets', of: null },
  { about: 'deposits', of: null },
  ...(txid === undefined ? [] : [{ about: 'arrival', of: txid } as const]),
];

/** It is in no history of the customer's. */
function unbooked(known: Known): Next {
  const { slots, facts } = known;
  const { txid } = slots;
  if (txid === undefined) {
    if (slots.withoutTxid !== undefined) return notSeen(known);
    return {
      kind: 'ask',
      slot: 'txid',
      ask: line(isDescribed(slots) ? 'deposit.ask.txid' : 'deposit.ask.txid_first'),
      choices: [{ line: line('choice.no_txid'), slots: { withoutTxid: 'yes' } }],
    };
  }
  const silent = silence(facts, ['arrival']);
  if (silent) return silent;
  const arrival = valueOf(facts.arrival);
  if (arrival) return withOwnAddresses(known, arrival);
  // A transfer inside the exchange has a number and no TXID; so has a mistyped one.
  if (recogniseTxid(txid).length === 0) return notSeen(known);
  // The exchange's own record goes first; then the chain itself is a witness.
  if (!facts.onChain) return { kind: 'look_up', questions: [{ about: 'onChain', of: txid }] };
  return onChain(known) ?? askForAddress(known) ?? notSeen(known);
}

/** What the customer should have written as memo stands beside their address. */
function withOwnAddresses(known: Known, arrival: Arrival): Next {
  const { addresses } = known.facts;
  const memo = arrival.problem === 'memo_missing' || arrival.problem === 'memo_wrong';
  if (memo && !addresses) return { kind: 'look_up', questions: [{ about: 'addresses', of: arrival.asset }] };
  const own = (valueOf(addresses) ?? []).find((it) => it.network === arrival.network) ?? null;
  return answerOfArrival(arrival, own, valueOf(known.facts.assets) ?? []);
}
