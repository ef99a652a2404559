import { useEffect, useState } from 'preact/hooks';
import { AccountCard } from './account/account-card.tsx';
import { SiteHeader } from './account/site-header.tsx';
import type { Customer } from './back-end.ts';
import { brand } from './brand.ts';
import { ChartPanel } from './chart/chart-panel.tsx';
import type { Choices } from './choices.ts';
import { MarketList } from './market/market-list.tsx';
import { OrderBook } from './market/order-book.tsx';
import { PairHeader } from './market/pair-header.tsx';
import { pairName } from './market/pair-name.ts';
import { RecentTrades } from './market/recent-trades.tsx';
import { TickerStrip } from './market/ticker-strip.tsx';
import { useReader } from './reader.ts';
import { ToastLine } from './toast-line.tsx';
import { OrderForm } from './trading/order-form.tsx';
import { OrdersPanel } from './trading/orders-panel.tsx';
import { usePaperAccount } from './trading/use-paper-account.ts';
import { useMarket } from './use-market.ts';
import { type View, ViewSwitch } from './view-switch.tsx';

interface Props {
  readonly choices: Choices;
  readonly change: (part: Partial<Choices>) => void;
  readonly customer: Customer | undefined;
  /** Whom the log-in button signs in. */
  readonly signIn: string | undefined;
}

/** The exchange: prices, chart, book, trades, orders and what the customer holds. */
export function TradingPage({ choices, change, customer, signIn }: Props) {
  const { t, numbers } = useReader();
  const [step, setStep] = useState(0);
  const [picked, setPicked] = useState<number>();
  const [view, setView] = useState<View>('chart');
  const market = useMarket(choices.symbol, step);
  const terms = market.terms?.find(({ symbol }) => symbol === choices.symbol) ?? market.terms?.[0];
  const ticker = market.tickers?.find(({ symbol }) => symbol === terms?.symbol);
  const paper = usePaperAccount(customer, market);
  const logIn = () => change({ customer: signIn ?? null });
  const choose = (symbol: string) => {
    setPicked(undefined);
    setStep(0);
    change({ symbol });
  };

  // A link with an unknown pair shows the first one, and says so in the address.
  useEffect(() => {
    if (terms && terms.symbol !== choices.symbol) change({ symbol: terms.symbol });
  }, [terms, choices.symbol]);

  useEffect(() => {
    if (!terms || !ticker) return;
    document.title = `${numbers.fixed(ticker.close, terms['price-precision'])} ${pairName(terms)} | ${brand}`;
  }, [ticker, numbers]);

  return (
    <>
      <SiteHeader customer={customer} logIn={logIn} logOut={() => change({ customer: null })} />
      <TickerStrip market={market} symbol={choices.symbol} choose={choose} />
      {market.stale ? (
        <p class="notice" role="alert">
          {t('page.stale')}
        </p>
      ) : null}
      <main class="grid" data-view={view}>
        <MarketList market={market} symbol={choices.symbol} choose={choose} />
        <PairHeader market={market} terms={terms} ticker={ticker} choose={choose} />
        <ViewSwitch view={view} show={setView} />
        <ChartPanel key={`chart ${choices.symbol}`} terms={terms} ticker={ticker} theme={choices.theme} />
        <OrderBook
          market={market}
          terms={terms}
          ticker={ticker}
          step={step}
          setStep={setStep}
          pick={setPicked}
        />
        <OrderForm
          key={`form ${choices.symbol} ${customer?.id}`}
          terms={terms}
          ticker={ticker}
          book={market.book}
          paper={paper}
          picked={picked}
          logIn={logIn}
        />
        <OrdersPanel market={market} paper={paper} />
        <RecentTrades trades={market.trades} terms={terms} />
        <AccountCard customer={customer} account={paper?.account} tickers={market.tickers} logIn={logIn} />
      </main>
      <ToastLine />
      <footer class="footer">
        <p>{t('footer.notice')}</p>
        <p>
          <a href="https://www.tradingview.com/" rel="noreferrer">
            {t('footer.charts')}
          </a>
        </p>
      </footer>
    </>
  );
}
