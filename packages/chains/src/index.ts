export { type AddressProblem, type Chain, chains } from './chain.ts';
export { checkAddress, type RecognisedAddress, recogniseAddress } from './check-address.ts';
export { hasChecksum } from './has-checksum.ts';
export { provenChain } from './proven-chain.ts';
export { recogniseTxid } from './recognise-txid.ts';
