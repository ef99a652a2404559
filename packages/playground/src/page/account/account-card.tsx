import type { Customer } from '../back-end.ts';
import type { Ticker } from '../exchange-client.ts';
import { type TextKey, useReader } from '../reader.ts';
import type { PaperAccount } from '../trading/paper-account.ts';
import { tierTexts } from './tier-texts.ts';
import { worthOf } from './worth-of.ts';

const levelTexts: Record<Customer['verificationLevel'], TextKey> = {
  1: 'account.level.1',
  2: 'account.level.2',
  3: 'account.level.3',
};

interface Props {
  readonly customer: Customer | undefined;
  readonly account: PaperAccount | undefined;
  readonly tickers: readonly Ticker[] | undefined;
  readonly logIn: () => void;
}

/** Who is signed in and what all their holdings are worth, or the invitation to log in. */
export function AccountCard({ customer, account, tickers, logIn }: Props) {
  const { t, numbers } = useReader();
  if (!customer || !account) {
    return (
      <section class="panel account" aria-label={t('account.title')}>
        <h2 class="panel-title">{t('account.title')}</h2>
        <p class="quiet">{t('account.invite')}</p>
        <button type="button" class="button button-wide" onClick={logIn}>
          {t('account.logIn')}
        </button>
      </section>
    );
  }
  const total = Object.entries(account.balances).reduce(
    (sum, [currency, { available, frozen }]) => sum + worthOf(currency, available + frozen, tickers),
    0,
  );
  return (
    <section class="panel account" aria-label={t('account.title')}>
      <h2 class="panel-title">{t('account.title')}</h2>
      <p class="account-name" lang={customer.locale}>
        {customer.name}
      </p>
      <p class="account-total">
        <span class="quiet">{t('account.total')}</span>
        <strong>{tickers ? `${numbers.fixed(total, 2)} USDT` : t('common.loading')}</strong>
      </p>
      <dl class="facts">
        <dt>{t('account.uid')}</dt>
        <dd>{customer.uid}</dd>
        <dt>{t('account.tier')}</dt>
        <dd>{t(tierTexts[customer.tier])}</dd>
        <dt>{t('account.level')}</dt>
        <dd>{t(levelTexts[customer.verificationLevel])}</dd>
      </dl>
    </section>
  );
}
