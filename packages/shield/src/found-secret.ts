/** What may be found. The texts of marks stand under `removed.<kind>` where they are read. */
export const secretKinds = [
  'seed_phrase',
  'private_key',
  'extended_key',
  'keystore',
  'pem_key',
  'api_secret',
  'password',
  'one_time_code',
  'card_number',
  'national_id',
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** A secret in a text: `start` and `end` count UTF-16 units, `end` is behind it. `certain` is what proves itself by a checksum or its form. */
export interface FoundSecret {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
  readonly certainty: 'certain' | 'likely';
}
