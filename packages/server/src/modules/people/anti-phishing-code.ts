import type { Keys } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { removeSealedCode, saveSealedCode, sealedCodeAt, sealedCodesAround } from './anti-phishing-store.ts';

/**
 * Keeps the code by which a customer knows that a letter is ours, as the exchange has just said it: null takes it away, undefined
 * leaves what is known. No screen shows it.
 */
export async function keepAntiPhishingCode(
  tx: Tx,
  keys: Keys,
  customerId: string,
  code: string | null | undefined,
): Promise<void> {
  if (code === null) await removeSealedCode(tx, customerId);
  // Also where it is the same: it may have been sealed under a root secret that is no longer known.
  else if (code !== undefined) await saveSealedCode(tx, customerId, keys.seal(code));
}

/**
 * The code to print in a letter to a customer; null where there is none, or where the letter goes to an address that the exchange does
 * not vouch for: whoever typed that one must not learn it.
 */
export async function antiPhishingCodeAt(
  reader: Reader,
  keys: Keys,
  customerId: string,
  address: string,
): Promise<string | null> {
  const sealed = await sealedCodeAt(reader, customerId, address);
  return sealed === undefined ? null : opened(keys, sealed);
}

/** The codes that may stand in a letter of these addresses, or about this customer, and must not be read by agents. */
export async function codesToHide(
  reader: Reader,
  keys: Keys,
  customerId: string | null,
  addresses: readonly string[],
): Promise<string[]> {
  return (await sealedCodesAround(reader, customerId, addresses)).flatMap((it) => opened(keys, it) ?? []);
}

/** Null for what a root secret sealed that is no longer known: a letter without the code is better than none, and the exchange says it again. */
function opened(keys: Keys, sealed: string): string | null {
  try {
    return keys.open(sealed);
  } catch {
    return null;
  }
}
