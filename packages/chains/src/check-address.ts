import { bitcoinLike, checkBitcoinLike } from './bitcoin-like.ts';
import { type AddressProblem, type Chain, chains } from './chain.ts';
import { checkEvm } from './evm.ts';
import { checkSolana } from './solana.ts';
import { checkTon } from './ton.ts';
import { checkTron } from './tron.ts';
import { checkXrp } from './xrp.ts';

const checks: Record<Chain, (text: string) => AddressProblem | null> = {
  bitcoin: (text) => checkBitcoinLike(bitcoinLike.bitcoin, text),
  litecoin: (text) => checkBitcoinLike(bitcoinLike.litecoin, text),
  dogecoin: (text) => checkBitcoinLike(bitcoinLike.dogecoin, text),
  evm: checkEvm,
  tron: checkTron,
  solana: checkSolana,
  xrp: checkXrp,
  ton: checkTon,
};

/** What is wrong with a text as an address of a chain; null when nothing is. Blanks around it are not looked at. */
export function checkAddress(chain: Chain, text: string): AddressProblem | null {
  return checks[chain](text.trim());
}

/** What a text could be: the chains on which it is a whole address, or else those on which it is one with a wrong character. */
export interface RecognisedAddress {
  readonly chains: readonly Chain[];
  readonly problem: 'checksum' | null;
}

/** On which chains a text is an address; null when on none. Few forms are shared, so there is mostly one. */
export function recogniseAddress(text: string): RecognisedAddress | null {
  const found = (problem: AddressProblem | null) =>
    chains.filter((chain) => checkAddress(chain, text) === problem);
  const whole = found(null);
  // Any 32 bytes make a Solana address: what is one of a chain with a checksum is that.
  const certain = whole.filter((chain) => chain !== 'solana');
  if (certain.length > 0) return { chains: certain, problem: null };
  const mistyped = found('checksum');
  if (mistyped.length > 0) return { chains: mistyped, problem: 'checksum' };
  return whole.length > 0 ? { chains: whole, problem: null } : null;
}
