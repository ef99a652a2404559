import { copyAddress } from '@fairlead/contract';

/** Whether letters can be sent to it. */
const isAddress = (text: string): boolean => copyAddress.safeParse(text).success;

/** The addresses in what was typed or pasted, in lower case, each once, with or without names before them; and what of it is none. */
export function readAddresses(text: string): { addresses: string[]; rest: string } {
  const pieces = text
    .split(/[,;，；、\n]+/)
    .flatMap((piece) => {
      const inBrackets = /<([^<>]*)>\s*$/.exec(piece)?.[1];
      return inBrackets === undefined ? piece.trim().split(/\s+/) : inBrackets.trim();
    })
    .filter((piece) => piece !== '');
  const read = pieces.map((piece) => piece.toLowerCase());
  return {
    addresses: [...new Set(read.filter(isAddress))],
    rest: pieces.filter((piece) => !isAddress(piece.toLowerCase())).join(', '),
  };
}
