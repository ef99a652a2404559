import type { MarketStatus, Ticker } from '../connector/market.ts';
import type { Order } from '../connector/trading.ts';
import type { Answer, Flow, Known, Line, Next, Value } from './flow.ts';
import { amountOf, answer, line, moment, silence, text, valueOf, words } from './line.ts';
import { prefillTicket } from './prefill-ticket.ts';
import { haltOf } from './price.ts';

const offered = 5;
const open: ReadonlySet<Order['state']> = new Set([
  'created',
  'submitted',
  'partial-filled',
  'canceling',
] as const);

/** How an order stands, how much of it is filled, and why it waits. By its number, or one of those of the last two days. */
export const orderFlow: Flow = {
  id: 'order',
  personal: true,
  decide(known) {
    const { slots, facts } = known;
    if (!facts.orders)
      return {
        kind: 'look_up',
        questions: [
          { about: 'orders', of: null },
          { about: 'tickers', of: null },
          { about: 'marketStatus', of: null },
          ...(slots.orderId === undefined ? [] : [{ about: 'order', of: slots.orderId } as const]),
        ],
      };
    if (slots.orderId !== undefined) return byNumber(known, slots.orderId);
    const silent = silence(facts, ['orders']);
    if (silent) return silent;
    const wish = slots.pair?.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const all = (valueOf(facts.orders) ?? []).filter(
      ({ pair }) => wish === undefined || `${pair.base}${pair.quote}` === wish,
    );
    const waiting = all.filter(({ state }) => open.has(state));
    const [only] = waiting.length === 1 ? waiting : all;
    if (!only) return answer('none', [line('order.none')], line('order.none.next'));
    if (waiting.length === 1 || all.length === 1) return answerOfOrder(only, known);
    return {
      kind: 'ask',
      slot: 'orderId',
      ask: line('order.ask.which'),
      choices: all.slice(0, offered).map((it) => ({
        line: line('choice.order', { ...headOf(it), at: moment(it.createdAt) }),
        slots: { orderId: it.id },
      })),
    };
  },
};

function byNumber(known: Known, id: string): Next {
  const { facts } = known;
  const order = (valueOf(facts.orders) ?? []).find((it) => it.id === id) ?? valueOf(facts.order)?.order;
  if (order) return answerOfOrder(order, known);
  return (
    silence(facts, ['order', 'orders']) ??
    answer('not_found', [line('order.not_found', { id: text(id) })], line('order.not_found.next'))
  );
}

const pairOf = ({ pair }: Order): string => `${pair.base}/${pair.quote}`;

/** Of a buy at market price the amount is in the quote. */
const unitOf = ({ side, kind, pair }: Order): string =>
  side === 'buy' && kind.includes('market') ? pair.quote : pair.base;

const headOf = (it: Order): Record<string, Value> => ({
  side: words(`order.${it.side}`),
  amount: amountOf({ amount: it.amount, asset: unitOf(it) }),
  pair: text(pairOf(it)),
});

function answerOfOrder(it: Order, { facts }: Known): Answer {
  const { state, pair } = it;
  const isOpen = open.has(state);
  const lines: Array<Line | null> = [
    line('order.head', { id: text(it.id), ...headOf(it), at: moment(it.createdAt) }),
    line(`order.state.${state.replaceAll('-', '_')}`),
    it.price === null
      ? null
      : line('order.price', { price: amountOf({ amount: it.price, asset: pair.quote }) }),
    it.filled === '0'
      ? null
      : line('order.filled', {
          filled: amountOf({ amount: it.filled, asset: pair.base }),
          turnover: amountOf({ amount: it.turnover, asset: pair.quote }),
        }),
  ];
  if (state === 'under_review')
    return answer(
      'under_review',
      lines,
      line('next.person'),
      prefillTicket('trading.order_not_filled', line('order.subject', { id: text(it.id) }), {
        order_id: it.id,
        pair: pairOf(it),
        date: it.createdAt.toISOString().slice(0, 10),
      }),
    );
  if (!isOpen || state === 'canceling')
    return answer(
      state.replaceAll('-', '_'),
      lines,
      line(isOpen ? 'order.canceling.next' : 'order.done.next'),
    );
  const halt = haltOf(valueOf<MarketStatus>(facts.marketStatus), `${pair.base}${pair.quote}`.toLowerCase());
  if (halt) return answer('halted', [...lines, halt], line('price.halted.next'));
  return answer(
    state.replaceAll('-', '_'),
    [...lines, marketLine(it, valueOf(facts.tickers))],
    line(it.price === null ? 'order.market.next' : 'order.open.next'),
  );
}

/** A limit order waits for its price: that is seen beside the market's. */
function marketLine({ price, pair }: Order, tickers: readonly Ticker[] | null): Line | null {
  const ticker = tickers?.find((it) => it.pair.base === pair.base && it.pair.quote === pair.quote);
  if (price === null || !ticker) return null;
  return line('order.market', { last: amountOf({ amount: ticker.last, asset: pair.quote }) });
}
