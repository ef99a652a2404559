/** Particles and verb endings that hang on nouns, the longest first where one ends another. */
const ending =
  /(?:이었습니다|했습니다|됩니다|합니다|입니다|에서는|으로는|에게서|하려면|하면서|되었|했는데|에서|으로|에게|한테|까지|부터|처럼|보다|이나|라도|하는|하기|하고|하면|해서|했어|했다|하지|해요|되지|되는|된|은|는|이|가|을|를|의|에|로|와|과|도|만|나|요)$/;

/** A Korean word without what hangs on it, as long as two syllables are left: 출금이 and 출금은 are 출금. */
export function stemKorean(word: string): string {
  const found = ending.exec(word);
  return found && found.index >= 2 ? word.slice(0, found.index) : word;
}
