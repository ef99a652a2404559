/** The identity that the exchange's page handed over in the address (`#identity=...`), which is taken out of it: it is nobody else's to see. */
export function takeIdentity(): string | undefined {
  const identity = new URLSearchParams(location.hash.slice(1)).get('identity');
  if (identity === null) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return identity || undefined;
}

/** The customer's time zone, as their device has it. */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
