import { createPublicKey } from 'node:crypto';

/**
 * The TXT record under which others find the key that our signatures are checked by (RFC 6376 section 3.6.1; Ed25519 by RFC 8463, whose
 * record holds the bare 32 bytes). `pem` is the private key.
 */
export function dkimRecord(
  { domain, selector }: { domain: string; selector: string },
  pem: string,
): { name: string; value: string } {
  const key = createPublicKey(pem);
  const spki = key.export({ type: 'spki', format: 'der' });
  const value =
    key.asymmetricKeyType === 'ed25519'
      ? `v=DKIM1; k=ed25519; p=${spki.subarray(-32).toString('base64')}`
      : `v=DKIM1; k=rsa; p=${spki.toString('base64')}`;
  return { name: `${selector}._domainkey.${domain}`, value };
}
