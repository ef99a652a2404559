import type { BookLine, Terms } from '../exchange-client.ts';
import { useReader } from '../reader.ts';
import { moveFocus } from './move-focus.ts';

interface Props {
  readonly name: 'bids' | 'asks';
  /** Best first. */
  readonly lines: readonly BookLine[];
  readonly terms: Terms | undefined;
  readonly decimals: number;
  /** The size that fills a whole line. */
  readonly widest: number;
  readonly pick: (price: number) => void;
}

/** One side of the book. Each line is a button that takes its price; one of them can be reached by Tab, the others by arrows. */
export function BookSide({ name, lines, terms, decimals, widest, pick }: Props) {
  const { t, numbers } = useReader();
  let total = 0;
  const rows = lines.map(([price, size], index) => {
    total += size;
    const written = numbers.fixed(price, decimals);
    return (
      <button
        // A line keeps its place while its price changes, so that the keyboard's focus stays where it is.
        key={index}
        type="button"
        class="book-line"
        tabIndex={index === 0 ? 0 : -1}
        onClick={() => pick(price)}
      >
        <span class="book-bar" style={{ width: `${((100 * total) / widest).toFixed(1)}%` }} />
        <span class={name === 'asks' ? 'down' : 'up'}>{written}</span>
        <span>{numbers.compact(size, Math.min(6, terms?.['amount-precision'] ?? 4))}</span>
        <span>{numbers.compact(total, Math.min(4, terms?.['amount-precision'] ?? 4))}</span>
      </button>
    );
  });
  return (
    <div
      class={`book-lines ${name}`}
      role="group"
      aria-label={t(name === 'asks' ? 'book.asks' : 'book.bids')}
      onKeyDown={moveFocus}
    >
      {name === 'asks' ? rows.toReversed() : rows}
    </div>
  );
}
