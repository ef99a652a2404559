import type { ExchangeOrder, ExchangePeerOrder } from '@fairlead/contract';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { NoneOf } from './part.tsx';

const orderTones: Readonly<Partial<Record<ExchangeOrder['state'], Tone>>> = {
  filled: 'success',
  submitted: 'accent',
  'partial-filled': 'accent',
  under_review: 'warning',
};
const peerTones: Readonly<Partial<Record<ExchangePeerOrder['state'], Tone>>> = {
  released: 'success',
  unpaid: 'accent',
  paid: 'accent',
  appealed: 'warning',
  under_review: 'warning',
};

export function OrderLines({ orders }: { orders: readonly ExchangeOrder[] }) {
  const t = useT();
  const format = useFormat();
  if (orders.length === 0) return <NoneOf>{t('exchange.orders.none')}</NoneOf>;
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {orders.map((it) => (
        <li key={it.id}>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className="font-medium">{t(`exchange.side.${it.side}`, { what: it.pair })}</span>
            <Badge tone={orderTones[it.state] ?? 'neutral'}>{t(`exchange.order.${it.state}`)}</Badge>
            <time dateTime={it.createdAt} className="ms-auto text-ink-3">
              {format.relativeTime(it.createdAt)}
            </time>
          </p>
          <p className="text-ink-2 tabular-nums">
            {t('exchange.order.filled_of', {
              filled: format.decimal(it.filled),
              amount: format.decimal(it.amount),
            })}
            {it.price !== null && ` · ${t('exchange.order.at_price', { price: format.decimal(it.price) })}`}
          </p>
          <CopyText value={it.id} keep={20} className="-ms-1" />
        </li>
      ))}
    </ul>
  );
}

export function PeerOrderLines({ orders }: { orders: readonly ExchangePeerOrder[] }) {
  const t = useT();
  const format = useFormat();
  if (orders.length === 0) return <NoneOf>{t('exchange.peer_orders.none')}</NoneOf>;
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {orders.map((it) => (
        <li key={it.id}>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className="font-medium tabular-nums">
              {t(`exchange.side.${it.side}`, { what: `${format.decimal(it.amount)} ${it.asset}` })}
            </span>
            <Badge tone={peerTones[it.state] ?? 'neutral'}>{t(`exchange.peer.${it.state}`)}</Badge>
            <time dateTime={it.createdAt} className="ms-auto text-ink-3">
              {format.relativeTime(it.createdAt)}
            </time>
          </p>
          <p className="text-ink-2 tabular-nums">
            {format.decimal(it.total)} {it.currency}
            {it.actBy &&
              ` · ${t(`exchange.peer.act_by.${it.state === 'unpaid' ? 'buyer' : 'seller'}`, { time: format.time(it.actBy) })}`}
          </p>
          <CopyText value={it.id} keep={20} className="-ms-1" />
        </li>
      ))}
    </ul>
  );
}
