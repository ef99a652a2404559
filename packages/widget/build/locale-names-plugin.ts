import { localeNames } from '@fairlead/contract/locale';
import type { Plugin } from 'vite';

/**
 * Gives `virtual:locale-names`: each language's own name for itself, by locale, as the contract has them. Apart from the contract's module,
 * which the first screens are made of too: only the options show the names.
 */
export function localeNamesPlugin(): Plugin {
  const id = 'virtual:locale-names';
  return {
    name: 'fairlead-locale-names',
    resolveId: (wanted) => (wanted === id ? `\0${id}` : undefined),
    load: (wanted) => (wanted === `\0${id}` ? `export default ${JSON.stringify(localeNames)};` : undefined),
  };
}
