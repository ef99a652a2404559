import type { Category } from '@fairlead/contract';
import type { PeerOrder } from '../connector/trading.ts';
import type { Answer, Flow, Line } from './flow.ts';
import { amountOf, answer, line, moment, silence, text, valueOf } from './line.ts';
import { prefillTicket } from './prefill-ticket.ts';

const offered = 5;
/** Longer than the help center says that an appeal takes. */
const appealTooLong = 72 * 3_600_000;
const running: ReadonlySet<PeerOrder['state']> = new Set([
  'unpaid',
  'paid',
  'appealed',
  'under_review',
] as const);

/** Whose turn it is in an order between two customers, until when, and when to appeal. */
export const peerFlow: Flow = {
  id: 'peer',
  personal: true,
  decide({ slots, facts, now }) {
    if (!facts.peerOrders) return { kind: 'look_up', questions: [{ about: 'peerOrders', of: null }] };
    const silent = silence(facts, ['peerOrders']);
    if (silent) return silent;
    const all = valueOf(facts.peerOrders) ?? [];
    if (slots.orderId !== undefined) {
      const named = all.find(({ id }) => id.toLowerCase() === slots.orderId?.toLowerCase());
      return named
        ? answerOfPeerOrder(named, now)
        : answer(
            'not_found',
            [line('order.not_found', { id: text(slots.orderId) })],
            line('order.not_found.next'),
          );
    }
    const under = all.filter(({ state }) => running.has(state));
    const [only] = under.length === 1 ? under : all;
    if (!only) return answer('none', [line('peer.none')], line('peer.none.next'));
    if (under.length === 1 || all.length === 1) return answerOfPeerOrder(only, now);
    return {
      kind: 'ask',
      slot: 'orderId',
      ask: line('order.ask.which'),
      choices: all.slice(0, offered).map((it) => ({
        line: line('choice.peer_order', {
          id: text(it.id),
          amount: amountOf(it),
          total: amountOf({ amount: it.total, asset: it.currency }),
        }),
        slots: { orderId: it.id },
      })),
    };
  },
};

function answerOfPeerOrder(it: PeerOrder, now: Date): Answer {
  const head = line(`peer.head.${it.side}`, {
    id: text(it.id),
    amount: amountOf(it),
    total: amountOf({ amount: it.total, asset: it.currency }),
  });
  const end = (outcome: string, next: string, ...lines: Array<Line | null>) =>
    answer(outcome, [head, ...lines], line(next));
  const byPerson = (outcome: string, category: Category, ...lines: Line[]) =>
    answer(
      outcome,
      [head, ...lines],
      line('next.person'),
      prefillTicket(category, line('peer.subject', { id: text(it.id) }), {
        order_id: it.id,
        amount: it.total,
        date: it.createdAt.toISOString().slice(0, 10),
      }),
    );
  const over = (by: Date | null) => by !== null && by <= now;
  const until = (by: Date | null) => (by === null ? null : line('peer.until', { by: moment(by) }));

  switch (it.state) {
    case 'unpaid':
      return over(it.payBy)
        ? end(`pay_late_${it.side}`, `peer.pay_late_${it.side}.next`, line('peer.pay_late'))
        : end(`pay_${it.side}`, `peer.pay_${it.side}.next`, line(`peer.pay_${it.side}`), until(it.payBy));
    case 'paid':
      return over(it.releaseBy)
        ? end(
            `release_late_${it.side}`,
            `peer.release_late_${it.side}.next`,
            line(`peer.release_late_${it.side}`),
          )
        : end(
            `release_${it.side}`,
            `peer.release_${it.side}.next`,
            line(`peer.release_${it.side}`),
            until(it.releaseBy),
          );
    case 'released':
      return end('released', `peer.released_${it.side}.next`, line('peer.released'));
    case 'canceled':
      return end('canceled', `peer.canceled_${it.side}.next`, line('peer.canceled'));
    case 'appealed': {
      const appeal = it.appeal
        ? line(`peer.appealed_by_${it.appeal.by}`, { at: moment(it.appeal.openedAt) })
        : line('peer.appealed');
      return it.appeal && now.getTime() - it.appeal.openedAt.getTime() > appealTooLong
        ? byPerson('appeal_long', 'p2p_fiat.appeal', appeal)
        : end('appealed', 'peer.appealed.next', appeal);
    }
    case 'under_review':
      return byPerson('under_review', 'p2p_fiat.appeal', line('peer.under_review'));
  }
}
