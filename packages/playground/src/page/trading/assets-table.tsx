import { Coin } from '../account/coin.tsx';
import { worthOf } from '../account/worth-of.ts';
import type { Ticker } from '../exchange-client.ts';
import { currencyName } from '../market/pair-name.ts';
import { useReader } from '../reader.ts';
import type { PaperAccount } from './paper-account.ts';

interface Props {
  readonly account: PaperAccount;
  readonly tickers: readonly Ticker[] | undefined;
}

/** What the customer holds, the most valuable first. */
export function AssetsTable({ account, tickers }: Props) {
  const { t, numbers } = useReader();
  const rows = Object.entries(account.balances)
    .map(([currency, balance]) => ({
      currency,
      ...balance,
      worth: worthOf(currency, balance.available + balance.frozen, tickers),
    }))
    .sort((a, b) => b.worth - a.worth);
  return (
    <table class="lines assets-table">
      <thead>
        <tr>
          <th scope="col">{t('assets.asset')}</th>
          <th scope="col">{t('assets.available')}</th>
          <th scope="col">{t('assets.frozen')}</th>
          <th scope="col">{t('assets.value')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ currency, available, frozen, worth }) => (
          <tr key={currency}>
            <td>
              <span class="asset">
                <Coin currency={currency} />
                {currencyName(currency)}
              </span>
            </td>
            <td>{numbers.upTo(available, 8)}</td>
            <td>{numbers.upTo(frozen, 8)}</td>
            <td>{numbers.fixed(worth, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
