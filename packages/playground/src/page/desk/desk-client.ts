/** One network of a coin, as the exchange tells of it now. */
export interface DeskChain {
  readonly chain: string;
  readonly currency: string;
  readonly network: string;
  readonly fee: string;
  readonly deposits: boolean;
  readonly withdrawals: boolean;
}

export interface Desk {
  /** Something is not as it was in the beginning. */
  readonly changed: boolean;
  readonly chains: readonly DeskChain[];
}

const base = '/playground/exchange/desk/chains';

export const fetchDesk = (signal: AbortSignal): Promise<Desk> => ask('', { signal });

export const changeChain = (
  chain: string,
  change: Partial<Pick<DeskChain, 'fee' | 'deposits' | 'withdrawals'>>,
): Promise<Desk> =>
  ask(`/${encodeURIComponent(chain)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });

export const restoreDesk = (): Promise<Desk> => ask('', { method: 'DELETE' });

async function ask(path: string, init: RequestInit): Promise<Desk> {
  const response = await fetch(base + path, init);
  if (!response.ok) throw new Error(`not done: ${response.status}`);
  return response.json() as Promise<Desk>;
}
