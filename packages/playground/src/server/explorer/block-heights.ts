/** A block each so many minutes. */
const minutesPerBlock = { bitcoin: 10, litecoin: 2.5, ethereum: 0.2, bsc: 0.05, xrp: 0.065 } as const;
export type ContractChain = 'ethereum' | 'bsc';

/** How high a simulated chain is at a moment. */
export const blockAt = (chain: keyof typeof minutesPerBlock, milliseconds: number): number =>
  Math.floor(milliseconds / (minutesPerBlock[chain] * 60_000));
