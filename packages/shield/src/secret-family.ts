import type { SecretKind } from './found-secret.ts';

/** What is lost with a secret: a wallet for ever, an account until it is changed, a card until it is blocked; or only who somebody is. */
export type SecretFamily = 'wallet' | 'account' | 'card' | 'identity';

const families: Record<SecretKind, SecretFamily> = {
  seed_phrase: 'wallet',
  private_key: 'wallet',
  extended_key: 'wallet',
  keystore: 'wallet',
  pem_key: 'wallet',
  api_secret: 'account',
  password: 'account',
  one_time_code: 'account',
  card_number: 'card',
  national_id: 'identity',
};

export const familyOf = (kind: SecretKind): SecretFamily => families[kind];

/** Whether nobody may keep it. The number of a document is asked for when somebody is verified, and stays. */
export const isRemoved = (kind: SecretKind): boolean => familyOf(kind) !== 'identity';
