import type { FoundSecret } from './found-secret.ts';

const parts = [/"ciphertext"\s{0,8}:/i, /"kdf"\s{0,8}:/i, /"(?:mac|cipherparams)"\s{0,8}:/i];

/** The file of a wallet, pasted: JSON that holds a ciphertext, how its key is made, and its check. From the first brace to the last. */
export function findKeystore(text: string): FoundSecret[] {
  if (!text.includes('{') || !parts.every((part) => part.test(text))) return [];
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}') + 1;
  return [
    {
      kind: 'keystore',
      start,
      end: end > start ? end : text.length,
      certainty: 'certain',
    },
  ];
}
