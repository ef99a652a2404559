import { mayHoldSeedPhrase, type WordList } from './find-seed-phrases.ts';
import { plainForm } from './plain-form.ts';

/** The lists that a text could hold a phrase of, fetched: none for almost every text, else those of its scripts. Rejects where one cannot be had. */
export async function wordListsFor(text: string): Promise<readonly WordList[]> {
  if (!mayHoldSeedPhrase(plainForm(text))) return [];
  const found = await Promise.all([
    ...(/\p{sc=Latn}/u.test(text)
      ? [
          import('@scure/bip39/wordlists/english.js'),
          import('@scure/bip39/wordlists/spanish.js'),
          import('@scure/bip39/wordlists/portuguese.js'),
          import('@scure/bip39/wordlists/french.js'),
          import('@scure/bip39/wordlists/italian.js'),
          import('@scure/bip39/wordlists/czech.js'),
        ]
      : []),
    ...(/\p{sc=Han}/u.test(text)
      ? [
          import('@scure/bip39/wordlists/simplified-chinese.js'),
          import('@scure/bip39/wordlists/traditional-chinese.js'),
        ]
      : []),
    ...(/[\p{sc=Hira}\p{sc=Kana}]/u.test(text) ? [import('@scure/bip39/wordlists/japanese.js')] : []),
    ...(/\p{sc=Hang}/u.test(text) ? [import('@scure/bip39/wordlists/korean.js')] : []),
  ]);
  return found.map(({ wordlist }) => wordlist);
}
