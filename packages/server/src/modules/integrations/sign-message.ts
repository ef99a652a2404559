import { createHmac } from 'node:crypto';
import type { Keys } from '../../platform/crypto/secrets.ts';

/** The secret of a webhook, by how often it was changed. Another where the installation has another root secret. */
export const secretOf = (keys: Keys, webhookId: string, number: number): string =>
  `whsec_${keys.derive(`webhook:${webhookId}:${number}`).toString('base64url')}`;

/** Signatures of a message, one for each secret, with commas between them: `v1=` and the HMAC-SHA256, in hex, of the time (seconds since 1970), a dot, and the body. */
export const signMessage = (secrets: readonly string[], time: string, body: string): string =>
  secrets.map((it) => `v1=${createHmac('sha256', it).update(`${time}.${body}`).digest('hex')}`).join(',');
