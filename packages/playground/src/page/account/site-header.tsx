import type { Customer } from '../back-end.ts';
import { brand } from '../brand.ts';
import { useReader } from '../reader.ts';
import { tierTexts } from './tier-texts.ts';

interface Props {
  readonly customer: Customer | undefined;
  readonly logIn: () => void;
  readonly logOut: () => void;
}

/** The exchange's own header: its name, what this is, and who is signed in. */
export function SiteHeader({ customer, logIn, logOut }: Props) {
  const { t } = useReader();
  return (
    <header class="site">
      <a class="skip" href="#order-form">
        {t('page.skip')}
      </a>
      <a class="brand" href="/playground/">
        <img src="/playground/mark.svg" width="26" height="26" alt="" />
        <span translate={false}>{brand}</span>
      </a>
      <span class="badge badge-warning">{t('header.simulated')}</span>
      <nav class="site-nav" aria-label={t('header.nav')}>
        <a href="/playground/" aria-current="page">
          {t('header.spot')}
        </a>
        <a href="/help/">{t('header.help')}</a>
      </nav>
      <div class="site-account">
        {customer ? (
          <>
            <span class="who">
              <span class="who-name" lang={customer.locale}>
                {customer.name}
              </span>
              <span class={`badge badge-${customer.tier}`}>{t(tierTexts[customer.tier])}</span>
            </span>
            <button type="button" class="button" onClick={logOut}>
              {t('account.logOut')}
            </button>
          </>
        ) : (
          <button type="button" class="button button-accent" onClick={logIn}>
            {t('account.logIn')}
          </button>
        )}
      </div>
    </header>
  );
}
