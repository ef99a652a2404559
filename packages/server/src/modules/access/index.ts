/** The door of the access module: who signs in, with what rights, and who a customer is. */

export { accessModule } from './access-module.ts';
export { hasAccounts } from './account-store.ts';
export { type AccountSummary, accountsOf } from './accounts-of.ts';
export type { AgentProfiles, NewAgentProfile } from './agent-profiles.ts';
export { bearerToken, isApiToken } from './api-token-rules.ts';
export { changeAccount } from './change-account.ts';
export { createAccount } from './create-account.ts';
export { issueCustomerToken } from './customer-token.ts';
export { accountDisabled } from './events.ts';
export { findCustomerSession } from './find-customer-session.ts';
export { hashPassword } from './hash-password.ts';
export { createAgentIdentifier } from './identify-agent.ts';
export { createApiTokenIdentifier } from './identify-api-token.ts';
export { addIdentityKey, listIdentityKeys, retireIdentityKey } from './identity-keys.ts';
export type { VerifiedIdentity } from './identity-token-rules.ts';
export { startSession } from './start-session.ts';
export { tellAdministrators } from './tell-administrators.ts';
export { tellAgents } from './tell-agents.ts';
export {
  countAttempt,
  forgiveAttempt,
  mailedCodeThrottles,
  mailedCodeTries,
  rememberPlace,
} from './throttle.ts';
export { verifyIdentity } from './verify-identity.ts';
