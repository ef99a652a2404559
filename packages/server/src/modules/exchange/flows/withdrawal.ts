import type { Withdrawal } from '../connector/transfers.ts';
import type { Flow, Known, Next } from './flow.ts';
import { answer, line, silence, valueOf } from './line.ts';
import { choicesOf, isDescribed, pickTransfer } from './pick-transfer.ts';
import { holdOf, linesOfHold } from './withdrawal-hold.ts';
import { answerOfWithdrawal } from './withdrawal-record.ts';

/** Those that the exchange still works on. */
const underWay: ReadonlySet<Withdrawal['state']> = new Set([
  'verifying',
  'submitted',
  'reexamine',
  'pass',
  'pre-transfer',
  'wallet-transfer',
  'under_review',
] as const);

/** How far a withdrawal is, whether it can still be cancelled, and what holds it up. */
export const withdrawalFlow: Flow = {
  id: 'withdrawal',
  personal: true,
  decide(known) {
    const { slots, facts, now } = known;
    if (!facts.withdrawals)
      return {
        kind: 'look_up',
        questions: (['assets', 'withdrawals', 'standing', 'securityChanges'] as const).map((about) => ({
          about,
          of: null,
        })),
      };
    const silent = silence(facts, ['withdrawals']);
    if (silent) return silent;
    const assets = valueOf(facts.assets) ?? [];
    const all = valueOf(facts.withdrawals) ?? [];
    const picked = pickTransfer(all, slots, now, assets, (it) => underWay.has(it.state));
    const hold = holdOf(valueOf(facts.standing), valueOf(facts.securityChanges) ?? [], now);
    const said = slots.transferId !== undefined || slots.txid !== undefined || isDescribed(slots);
    if (picked.kind === 'one' && (said || underWay.has(picked.transfer.state) || !hold))
      return answerOfWithdrawal(picked.transfer, assets, hold, now);
    if (picked.kind === 'several' && slots.another === undefined && (said || !hold))
      return {
        kind: 'ask',
        slot: 'transferId',
        ask: line('withdrawal.ask.which'),
        choices: [
          ...choicesOf(picked.transfers, assets),
          { line: line('choice.another_withdrawal'), slots: { another: 'yes' } },
        ],
      };
    return without(known);
  },
};

/** There is no withdrawal that could be meant; but something may keep the customer from making one. */
function without({ facts, now }: Known): Next {
  const hold = holdOf(valueOf(facts.standing), valueOf(facts.securityChanges) ?? [], now);
  if (hold)
    return answer(
      'held',
      linesOfHold(hold),
      line(hold.until === null ? 'withdrawal.hold_open.next' : 'withdrawal.hold.next'),
    );
  return answer('not_found', [line('withdrawal.not_found')], line('withdrawal.not_found.next'));
}
