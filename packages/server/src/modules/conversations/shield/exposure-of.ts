import { type Exposure, exposures } from '@fairlead/contract';
import type { SecretKind } from '@fairlead/shield';

const ofKinds: Partial<Record<SecretKind, Exposure>> = {
  seed_phrase: 'wallet',
  private_key: 'wallet',
  extended_key: 'wallet',
  keystore: 'wallet',
  pem_key: 'wallet',
  api_secret: 'api_secret',
  password: 'password',
};

/** What may be lost for its owner once these were written down, the worst first. A one-time code is worth nothing by now, and a card is blocked by its bank. */
export const exposuresOf = (kinds: readonly SecretKind[]): Exposure[] =>
  exposures.filter((exposure) => kinds.some((kind) => ofKinds[kind] === exposure));

/** Whether money can leave by it within minutes: such a conversation goes to people at once. */
export const isUrgent = (exposure: Exposure): boolean => exposure !== 'password';

const urgent = /\[\[removed:(?:seed_phrase|private_key|extended_key|keystore|pem_key|api_secret)\]\]/;

/** Whether a shielded text says that such a secret stood in it. Pure. */
export const toldOfUrgent = (text: string): boolean => urgent.test(text);
