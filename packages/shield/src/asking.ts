export { asksForSecrets } from './asks-for-secrets.ts';
export { demandsSecret } from './demands-secret.ts';
export { denies } from './denies.ts';
