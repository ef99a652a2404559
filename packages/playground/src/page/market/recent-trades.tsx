import type { Terms, Trade } from '../exchange-client.ts';
import { useReader } from '../reader.ts';
import { currencyName } from './pair-name.ts';
import { useRows } from './use-rows.ts';

interface Props {
  readonly trades: readonly Trade[] | undefined;
  readonly terms: Terms | undefined;
}

/** What was traded in the last seconds, newest first. */
export function RecentTrades({ trades, terms }: Props) {
  const { t, numbers } = useReader();
  const [area, rows] = useRows<HTMLDivElement>(20, 6);
  return (
    <section class="panel trades" aria-label={t('trades.title')}>
      <div class="panel-head">
        <h2 class="panel-title">{t('trades.title')}</h2>
      </div>
      <div class="trades-area" ref={area}>
        <table class="lines">
          <thead>
            <tr>
              <th scope="col">
                {t('trades.price', { currency: currencyName(terms?.['quote-currency'] ?? '') })}
              </th>
              <th scope="col">
                {t('trades.amount', { currency: currencyName(terms?.['base-currency'] ?? '') })}
              </th>
              <th scope="col">{t('trades.time')}</th>
            </tr>
          </thead>
          <tbody>
            {(trades ?? []).slice(0, rows - 1).map((trade) => (
              <tr key={trade['trade-id']}>
                <td class={trade.direction === 'buy' ? 'up' : 'down'}>
                  {numbers.fixed(trade.price, terms?.['price-precision'] ?? 2)}
                </td>
                <td>{numbers.compact(trade.amount, Math.min(6, terms?.['amount-precision'] ?? 4))}</td>
                <td class="quiet">{numbers.time(trade.ts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {trades ? null : <p class="quiet padded">{t('common.loading')}</p>}
      </div>
    </section>
  );
}
