/** The round badge of a currency. The name stands beside it, so it says nothing of its own. */
export function Coin({ currency }: { readonly currency: string }) {
  return (
    <span class={`coin coin-${currency}`} aria-hidden="true">
      {currency.slice(0, 1).toUpperCase()}
    </span>
  );
}
