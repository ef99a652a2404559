import { type Chain, provenChain, recogniseAddress, recogniseTxid } from '@fairlead/chains';
import { type Network, networks } from '@fairlead/contract';
import { type Entity, plain, type Spotted } from './entity.ts';

/** The forms that ids come in, each standing alone: in a sentence, or at the end of an explorer's address. */
const forms = [
  // Hexadecimal: EVM addresses, transaction ids, TON's raw addresses.
  /(?<![0-9A-Za-z])(?:0x[0-9a-f]{40}|(?:0x|-?\d:)?[0-9a-f]{64})(?![0-9A-Za-z])/gi,
  // SegWit.
  /(?<![0-9A-Za-z])(?:bc|ltc)1[02-9ac-hj-np-z]{8,87}(?![0-9A-Za-z])/gi,
  // Base58: addresses of most chains, Solana's transaction ids.
  /(?<![0-9A-Za-z])[1-9A-HJ-NP-Za-km-z]{25,90}(?![0-9A-Za-z])/g,
  // TON's addresses, and its transaction ids in Base64.
  /(?<![0-9A-Za-z+_-])(?:[EU][Qf][0-9A-Za-z+/_-]{46}(?![0-9A-Za-z+/_=-])|[0-9A-Za-z+/_-]{43}=(?!=))/g,
];

/** Transaction ids and addresses in a text, each once, in no order. An id that may be of several chains is of none for certain. */
export const recogniseIds = (text: string): Entity[] => [
  ...new Map(spotIds(text).map(({ entity }) => [entity.text, entity])).values(),
];

/** The same wherever they stand, one that is written twice both times. */
export function spotIds(text: string): Spotted[] {
  const found: Spotted[] = [];
  for (const form of forms)
    for (const match of text.matchAll(form)) {
      const entity = meaningOf(match[0]);
      if (entity) found.push({ entity, start: match.index });
    }
  return found;
}

function meaningOf(text: string): Entity | null {
  if (recogniseTxid(text).length > 0) return plain('txid', text);
  const address = recogniseAddress(text);
  if (!address) return null;
  if (address.problem) return { ...plain('address', text, null), mistyped: true };
  return { ...plain('address', text), network: networkOf(provenChain(text)) };
}

/** The network of a chain that has only one. */
function networkOf(chain: Chain | null): Network | null {
  const all = (Object.keys(networks) as Network[]).filter(
    (it) => chain !== null && networks[it].chain === chain,
  );
  return all.length === 1 ? (all[0] ?? null) : null;
}
