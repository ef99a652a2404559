export type SecretKind = 'seed_phrase' | 'private_key' | 'extended_key' | 'keystore' | 'pem_key';

/** A secret in a text: `start` and `end` count UTF-16 units, `end` is behind it. `certain` is what proves itself. */
export interface FoundSecret {
  kind: SecretKind;
  start: number;
  end: number;
  certainty: 'certain' | 'likely';
}
