/** The identity that the exchange's page handed over in the address (`#identity=...`), which is taken out of it: it is nobody else's to see. */
export function takeIdentity(): string | undefined {
  const identity = new URLSearchParams(location.hash.slice(1)).get('identity');
  if (identity === null) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return identity || undefined;
}

const wayHereKey = 'fairlead.recover';

/** What the assistant's link said of where somebody comes from (`#recover=...`), kept while this tab is open: on the way they sign in. */
export function keepWayHere(): void {
  const way = new URLSearchParams(location.hash.slice(1)).get('recover');
  if (way === null) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    sessionStorage.setItem(wayHereKey, way.slice(0, 200));
  } catch {
    // A browser that keeps nothing: then it is not known from where they came.
  }
}
export function wayHere(): string | undefined {
  try {
    return sessionStorage.getItem(wayHereKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The customer's time zone, as their device has it. */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
