import { randomInt } from 'node:crypto';
import { bindingAlphabet } from '@fairlead/contract';

/** So many random letters of those that are not mistaken for others: 5 bits each. */
export const codeLetters = (count: number): string =>
  Array.from({ length: count }, () => bindingAlphabet[randomInt(bindingAlphabet.length)]).join('');
