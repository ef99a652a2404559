export { allWordLists } from './all-word-lists.ts';
export { findSecrets } from './find-secrets.ts';
export type { FoundSecret, SecretKind } from './found-secret.ts';
export { withoutSecrets } from './without-secrets.ts';
