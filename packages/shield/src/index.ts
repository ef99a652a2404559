export { findSecrets } from './find-secrets.ts';
export type { WordList } from './find-seed-phrases.ts';
export { type FoundSecret, type SecretKind, secretKinds } from './found-secret.ts';
export { sayRemoved } from './marks.ts';
export { familyOf, isRemoved, type SecretFamily } from './secret-family.ts';
export { withoutSecrets } from './without-secrets.ts';
