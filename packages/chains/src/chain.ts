/** Chains whose forms are known. `evm` stands for Ethereum and all networks that took over its addresses. */
export const chains = ['bitcoin', 'litecoin', 'dogecoin', 'evm', 'tron', 'solana', 'xrp', 'ton'] as const;
export type Chain = (typeof chains)[number];

/**
 * What is wrong with an address: `form`, it does not look like one of the chain; `checksum`, it does, but a character is wrong, missing
 * or too many.
 */
export type AddressProblem = 'form' | 'checksum';
