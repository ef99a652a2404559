import { useEffect, useState } from 'preact/hooks';
import type { Depth, Terms, Ticker } from '../exchange-client.ts';
import { currencyName } from '../market/pair-name.ts';
import { useReader } from '../reader.ts';
import { say } from '../toast.ts';
import { AmountField } from './amount-field.tsx';
import { checkOrder, type Entry, type Problem, readNumber } from './check-order.ts';
import { OrderSummary } from './order-summary.tsx';
import { sideTexts, typeTexts } from './order-texts.ts';
import { balanceOf, type PaperAccount } from './paper-account.ts';
import type { Paper } from './use-paper-account.ts';

interface Props {
  readonly terms: Terms | undefined;
  readonly ticker: Ticker | undefined;
  readonly book: Depth | undefined;
  readonly paper: Paper | undefined;
  /** A price clicked in the order book. */
  readonly picked: number | undefined;
  readonly logIn: () => void;
}

const nobody: PaperAccount = { balances: {}, orders: [] };
const shares = [0.25, 0.5, 0.75, 1] as const;

/** Where an order is written, checked and placed. */
export function OrderForm({ terms, ticker, book, paper, picked, logIn }: Props) {
  const { t, numbers } = useReader();
  const [side, setSide] = useState<Entry['side']>('buy');
  const [type, setType] = useState<Entry['type']>('limit');
  const [price, setPrice] = useState('');
  const [quantity, setQuantity] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const decimals = terms?.['price-precision'] ?? 2;
  const base = currencyName(terms?.['base-currency'] ?? '');
  const quote = currencyName(terms?.['quote-currency'] ?? '');
  const spends = type === 'market' && side === 'buy';
  const account = paper?.account ?? nobody;
  const available = balanceOf(
    account,
    (side === 'buy' ? terms?.['quote-currency'] : terms?.['base-currency']) ?? '',
  ).available;
  const known = ticker !== undefined;

  useEffect(() => {
    // The first price is a proposal only; what the customer typed is never overwritten by the market.
    if (ticker && price === '') setPrice(ticker.close.toFixed(decimals));
  }, [known]);
  useEffect(() => {
    if (picked !== undefined) setPrice(picked.toFixed(decimals));
  }, [picked]);

  const entry: Entry = { side, type, price, quantity };
  const effectivePrice = type === 'limit' ? (readNumber(price, decimals) ?? 0) : (ticker?.close ?? 0);
  const places = spends ? 2 : (terms?.['amount-precision'] ?? 4);

  const take = (share: number) => {
    const most =
      side === 'buy' && !spends ? (effectivePrice > 0 ? available / effectivePrice : 0) : available;
    const unit = 10 ** places;
    setQuantity(numberText(Math.floor(most * share * unit + 1e-6) / unit, places));
    setProblem(undefined);
  };

  const submit = (event: Event) => {
    event.preventDefault();
    if (!paper) return logIn();
    if (!terms || !ticker || !book) return;
    const checked = checkOrder(entry, account, terms, ticker);
    if ('field' in checked) {
      setProblem(checked);
      document.getElementById(`order-${checked.field}`)?.focus();
      return;
    }
    const order = paper.place(checked, terms, book);
    setProblem(undefined);
    setQuantity('');
    if (!order) return;
    const average = order.filled > 0 ? order.value / order.filled : order.price;
    say(
      t(order.state === 'filled' ? 'form.placed.filled' : 'form.placed.open', {
        side: t(sideTexts[order.side]),
        amount: numbers.upTo(order.amount, 8),
        currency: base,
        price: numbers.fixed(order.state === 'filled' ? average : order.price, decimals),
      }),
    );
  };

  return (
    <form
      class="panel order-form"
      id="order-form"
      tabIndex={-1}
      aria-label={t('form.title')}
      noValidate
      onSubmit={submit}
    >
      <div class="sides" role="group" aria-label={t('form.side')}>
        {(['buy', 'sell'] as const).map((option) => (
          <button
            key={option}
            type="button"
            class={`side side-${option}`}
            aria-pressed={side === option}
            onClick={() => {
              setSide(option);
              setQuantity('');
              setProblem(undefined);
            }}
          >
            {t(sideTexts[option])}
          </button>
        ))}
      </div>
      <div class="types" role="group" aria-label={t('form.type')}>
        {(['limit', 'market'] as const).map((option) => (
          <button
            key={option}
            type="button"
            class="tab-small"
            aria-pressed={type === option}
            onClick={() => {
              setType(option);
              setQuantity('');
              setProblem(undefined);
            }}
          >
            {t(typeTexts[option])}
          </button>
        ))}
      </div>
      <p class="pair-line">
        <span class="quiet">{t('form.available')}</span>
        <span class="number">
          {paper
            ? `${numbers.upTo(available, side === 'buy' ? 2 : 8)} ${side === 'buy' ? quote : base}`
            : `– ${side === 'buy' ? quote : base}`}
        </span>
      </p>
      <AmountField
        id="order-price"
        label={t('form.price')}
        unit={quote}
        value={type === 'limit' ? price : ''}
        placeholder={type === 'limit' ? '' : t('form.marketPrice')}
        disabled={type === 'market'}
        problem={problem?.field === 'price' ? problem : undefined}
        change={setPrice}
      />
      <AmountField
        id="order-quantity"
        label={t(spends ? 'form.total' : 'form.amount')}
        unit={spends ? quote : base}
        value={quantity}
        placeholder=""
        disabled={false}
        problem={problem?.field === 'quantity' ? problem : undefined}
        change={setQuantity}
      />
      <div class="shares">
        {shares.map((share) => {
          const written = numbers.change(share).replace(/^\+|[.,]00/g, '');
          return (
            <button
              key={share}
              type="button"
              class="share"
              disabled={!paper}
              aria-label={t('form.share', { share: written })}
              onClick={() => take(share)}
            >
              {written}
            </button>
          );
        })}
      </div>
      <OrderSummary
        entry={entry}
        price={effectivePrice}
        quantity={readNumber(quantity, 8) ?? 0}
        base={base}
        quote={quote}
      />
      <button
        type="submit"
        class={paper ? `submit submit-${side}` : 'submit submit-log-in'}
        disabled={paper && !book}
      >
        {paper
          ? t(side === 'buy' ? 'form.buyCurrency' : 'form.sellCurrency', { currency: base })
          : t('account.logIn')}
      </button>
    </form>
  );
}

/** As one would type it: no zeros at the end. */
function numberText(value: number, places: number): string {
  return value.toFixed(places).replace(/\.?0+$/, '');
}
