/** Whether deposits are credited, or withdrawals sent, of an asset over a network; left out where the exchange does not say. */
export interface Gate {
  readonly kind: 'gate';
  readonly open: boolean;
}

/** Every gate of which the exchange says whether it is open, with the moment of that, such as `gate.deposits.USDT.TRC20`. */
export type GateSheet = ReadonlyMap<string, { readonly fact: Gate; readonly asOf: Date }>;

/** Where gates come from; the exchange's connector fills it. Empty where it says nothing. */
export type GateSource = () => Promise<GateSheet>;

export type Door = 'deposits' | 'withdrawals';

/** The name of a gate. */
export const gateName = (door: Door, asset: string, network: string): string =>
  `gate.${door}.${asset}.${network.replace(/[^A-Za-z0-9]/g, '')}`;

/** What the name of a gate says; null for what names none. */
export function readGateName(name: string): { door: Door; asset: string; network: string } | null {
  const [, door, asset, network] = /^gate\.(deposits|withdrawals)\.([^.]+)\.([^.]+)$/.exec(name) ?? [];
  return door && asset && network ? { door: door as Door, asset, network } : null;
}
