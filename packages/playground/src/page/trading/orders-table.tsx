import type { Terms } from '../exchange-client.ts';
import { currencyName, pairName } from '../market/pair-name.ts';
import { useReader } from '../reader.ts';
import { sideTexts, stateTexts, typeTexts } from './order-texts.ts';
import type { Order } from './paper-account.ts';

interface Props {
  readonly orders: readonly Order[];
  readonly allTerms: readonly Terms[];
  readonly empty: string;
  /** Only for orders that wait. */
  readonly cancel: ((order: Order) => void) | undefined;
}

/** Orders, newest first. Columns of class `wide` are left out on a narrow screen. */
export function OrdersTable({ orders, allTerms, empty, cancel }: Props) {
  const { t, numbers } = useReader();
  if (orders.length === 0) return <p class="quiet padded">{empty}</p>;
  return (
    <table class="lines orders-table">
      <thead>
        <tr>
          <th scope="col" class="wide">
            {t('orders.time')}
          </th>
          <th scope="col">{t('orders.pair')}</th>
          <th scope="col" class="wide">
            {t('orders.type')}
          </th>
          <th scope="col">{t('orders.side')}</th>
          <th scope="col">{t('orders.price')}</th>
          <th scope="col">{t('orders.amount')}</th>
          <th scope="col" class="wide">
            {t('orders.filled')}
          </th>
          <th scope="col">{cancel ? t('orders.cancel') : t('orders.state')}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => {
          const terms = allTerms.find(({ symbol }) => symbol === order.symbol);
          const price = cancel || order.filled === 0 ? order.price : order.value / order.filled;
          const side = t(sideTexts[order.side]);
          const amount = numbers.upTo(order.amount, 8);
          const base = currencyName(terms?.['base-currency'] ?? '');
          return (
            <tr key={order.id}>
              <td class="wide quiet">{numbers.dateTime(order.at)}</td>
              <td>{terms ? pairName(terms) : order.symbol}</td>
              <td class="wide">{t(typeTexts[order.type])}</td>
              <td class={order.side === 'buy' ? 'up' : 'down'}>{side}</td>
              <td>{numbers.fixed(price, terms?.['price-precision'] ?? 2)}</td>
              <td>{amount}</td>
              <td class="wide">{numbers.upTo(order.filled, 8)}</td>
              <td>
                {cancel ? (
                  <button
                    type="button"
                    class="link"
                    aria-label={t('orders.cancelOne', { side, amount, currency: base })}
                    onClick={() => cancel(order)}
                  >
                    {t('orders.cancel')}
                  </button>
                ) : (
                  t(stateTexts[order.state])
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
