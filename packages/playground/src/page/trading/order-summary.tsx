import { useReader } from '../reader.ts';
import type { Entry } from './check-order.ts';
import { feeRate } from './paper-account.ts';

interface Props {
  readonly entry: Entry;
  /** The limit, or the last price for a market order. */
  readonly price: number;
  readonly quantity: number;
  readonly base: string;
  readonly quote: string;
}

/** What the order comes to. */
export function OrderSummary({ entry, price, quantity, base, quote }: Props) {
  const { t, numbers } = useReader();
  const spends = entry.type === 'market' && entry.side === 'buy';
  const total = spends ? quantity : quantity * price;
  const bought = spends ? (price > 0 ? quantity / price : 0) : quantity;
  const [fee, feeCurrency] = entry.side === 'buy' ? [bought * feeRate, base] : [total * feeRate, quote];
  return (
    <div class="summary">
      {spends ? null : (
        <p class="pair-line">
          <span class="quiet">{t('form.total')}</span>
          <span class="number">{`${numbers.fixed(total, 2)} ${quote}`}</span>
        </p>
      )}
      <p class="pair-line">
        <span class="quiet">{t('form.fee')}</span>
        <span class="number">{`${numbers.upTo(fee, 8)} ${feeCurrency}`}</span>
      </p>
    </div>
  );
}
