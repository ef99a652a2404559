export { type AddressProblem, type Chain, chains } from './chain.ts';
export { checkAddress, type RecognisedAddress, recogniseAddress } from './check-address.ts';
export { recogniseTxid } from './recognise-txid.ts';
